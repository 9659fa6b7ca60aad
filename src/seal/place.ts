/** Where a ciphertext belongs. It is the associated data, so that a ciphertext moved to another place does not open. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly account: number
  readonly conversation: number
  readonly row: number
}

const PLACE_VERSION = 1

/** The text of a place: `table|column|account|conversation|row|version`. Names hold no bar. */
export function placeText(place: Place): string {
  return [place.table, place.column, place.account, place.conversation, place.row, PLACE_VERSION].join('|')
}
