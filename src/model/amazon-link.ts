/**
 * The address of Amazon's page that marks a message as needing no response, made anew from what Amazon's mail names. A
 * person opens it; the desk never does, for opening it may be enough to mark the message.
 */
export type AmazonLink = string & { readonly __amazonLink: true }
