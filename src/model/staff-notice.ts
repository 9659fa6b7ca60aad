/** Mail to our own people: a fixed text and ids, nothing of a buyer. Made by `policy/gate/staff-notice` alone. */
export interface StaffNotice {
  readonly to: string
  readonly template: StaffTemplate
  readonly ids: Readonly<Record<string, number>>
  readonly __notice: 'staff'
}

export type StaffTemplate = 'reply-bounced' | 'reply-held' | 'reply-unknown' | 'deadline-near'
