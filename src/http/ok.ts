import type { Context } from 'hono'
import type { z } from '@hono/zod-openapi'

/** Answers 200 with what the shape declares and nothing else: undeclared fields are dropped, missing ones are a bug. */
export function ok<Shape extends z.ZodType>(c: Context, shape: Shape, data: z.input<Shape>) {
  return c.json(shape.parse(data), 200)
}

/** Like `ok`, for something that was made. */
export function created<Shape extends z.ZodType>(c: Context, shape: Shape, data: z.input<Shape>) {
  return c.json(shape.parse(data), 201)
}

/** Like `ok`, for something that will be done. */
export function accepted<Shape extends z.ZodType>(c: Context, shape: Shape, data: z.input<Shape>) {
  return c.json(shape.parse(data), 202)
}
