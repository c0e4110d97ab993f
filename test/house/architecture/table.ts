/** The room table and the tree, as ARCHITECTURE.md states them. */

/** One room: what it may import, and who may visit. */
export type Room = {
  readonly name: string
  readonly mayImport: readonly Permission[]
  readonly guests: readonly Guest[]
}
/**
 * `only: 'events'`, `'status'` and `'state'` open just those files of the other room; `only: 'commands'` just its
 * commands, and those to policies alone; `only: 'types'` just its types.
 */
export type Permission = { readonly room: string; readonly only?: Part | 'commands' | 'types' }
type Part = 'events' | 'status' | 'state'
export type Guest = { readonly name: string; readonly inOneFile: boolean }

const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

const listed = (cell: string) => (/^(–|none|nothing)?$/.test(cell) ? [] : cell.split(/,\s*/))

const guest = (text: string): Guest => {
  const [, name, one] = /^(\S+)( \(one file\))?$/.exec(text) ?? []
  if (!name) throw new Error(`ARCHITECTURE.md: cannot read the guest "${text}"`)
  return { name, inOneFile: one !== undefined }
}

type Row = {
  readonly rooms: readonly string[]
  readonly mayImport: readonly string[]
  readonly guests: string[]
}

const rowsOf = (page: string): Row[] => {
  const lines = page.split('\n')
  const header = lines.findIndex((line) => /^\| *room *\| *may import *\| *guests *\|$/.test(line))
  if (header < 0) throw new Error('ARCHITECTURE.md holds no table "| room | may import | guests |"')
  const rows = lines.slice(header + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end < 0 ? rows.length : end).map((line) => {
    const [rooms = '', mayImport = '', guests = ''] = cellsOf(line)
    return { rooms: rooms.split(/\s*→\s*/), mayImport: listed(mayImport), guests: listed(guests) }
  })
}

/** The table, one entry a room; a row `a → b → c` is a line of contexts, in which order matters. */
export const tableOf = (page: string): ReadonlyMap<string, Room> => {
  const rows = rowsOf(page)
  const contexts = rows.find((row) => row.rooms.length > 1)?.rooms ?? []
  const all = rows.flatMap((row) => row.rooms)
  const known = (room: string) => {
    if (!all.includes(room)) throw new Error(`ARCHITECTURE.md: the table names no room "${room}"`)
    return room
  }
  const permissions = (self: string, text: string): Permission[] => {
    const before = all.slice(0, all.indexOf(self))
    if (text === 'everything above') return before.map((room) => ({ room }))
    if (text === 'contexts') return contexts.map((room) => ({ room }))
    const [, part, earlier] = /^(events|status|state) of contexts( before it)?$/.exec(text) ?? []
    if (part !== undefined)
      return contexts
        .filter((room) => earlier === undefined || before.includes(room))
        .map((room) => ({ room, only: part as Part }))
    if (text === 'in policies their commands')
      return contexts.filter((room) => before.includes(room)).map((room) => ({ room, only: 'commands' }))
    const types = /^types of (\S+)$/.exec(text)?.[1]
    return types ? [{ room: known(types), only: 'types' }] : [{ room: known(text) }]
  }
  const rooms = rows.flatMap((row) =>
    row.rooms.map((name) => ({
      name,
      mayImport: row.mayImport.flatMap((text) => permissions(name, text)),
      guests: row.guests.map(guest),
    })),
  )
  return new Map(rooms.map((room) => [room.name, room]))
}

/** The folders the tree in ARCHITECTURE.md draws directly under `src/`. */
export const treeOf = (page: string): string[] => {
  const tree = /```text\nsrc\/\n([\s\S]*?)```/.exec(page)?.[1]
  if (tree === undefined) throw new Error('ARCHITECTURE.md draws no tree of src/')
  return tree
    .split('\n')
    .filter((line) => /^[├└]─/.test(line))
    .flatMap((line) =>
      [...line.replace(/ {2,}.*$/, '').matchAll(/([\w-]+)\//g)].map((match) => match[1] ?? ''),
    )
    .sort()
}
