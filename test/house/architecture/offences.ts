/** Holds a house against its table, and says who breaks which rule. */
import { posix } from 'node:path'
import { type Import, manners, readSource } from './source.ts'
import type { Guest, Room } from './table.ts'

/** A house: the path of every file, `src/…`, with its text. */
export type House = Readonly<Record<string, string>>

const vagueNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'manager',
  'service',
  'data',
  'info',
]

/** The one file that touches the clock and the dice: it turns them, to find out which rule looks at them. */
const turnsTheClock = 'src/testing/laws/shifted-clock.ts'

const roomOf = (path: string) => path.split('/')[1] ?? ''

/** `date-fns/addDays` is the guest `date-fns`; `@date-fns/tz/date` is `@date-fns/tz`. */
const guestOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

const nameOffences = (path: string): string[] =>
  path
    .split('/')
    .flatMap((part) => part.split('.')[0] ?? '')
    .filter((part) => vagueNames.includes(part))
    .map((part) => `${path}: a name says what is inside, and "${part}" says nothing`)

const roomOffence = (path: string, { from, typesOnly }: Import, room: Room): string | undefined => {
  const target = posix.join(posix.dirname(path), from)
  const there = roomOf(target)
  if (!target.startsWith('src/')) return `${room.name} may import nothing outside src/`
  if (there === room.name) return undefined
  const permissions = room.mayImport.filter((permission) => permission.room === there)
  const among = (what: string) => new RegExp(`^src/${there}/(.+/)?${what}(\\.ts|/.+)$`).test(target)
  const isPolicy = /^src\/[^/]+\/(.+\/)?policies(\.ts|\/.+)$/.test(path)
  if (permissions.length === 0) return `${room.name} may not import ${there}`
  if (permissions.some(({ only }) => only === undefined)) return undefined
  for (const part of ['events', 'status', 'state'] as const)
    if (permissions.some(({ only }) => only === part && among(part))) return undefined
  if (permissions.some(({ only }) => only === 'commands' && isPolicy && among('commands'))) return undefined
  if (permissions.some(({ only }) => only === 'types' && typesOnly)) return undefined
  const open = permissions.map(({ only }) => (only === 'commands' ? 'commands (in policies)' : only))
  const [last, ...others] = [...open].reverse()
  const all = others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`
  return `${room.name} may import only the ${all} of ${there}`
}

const guestOffence = ({ from }: Import, room: Room): string | undefined => {
  if (from.startsWith('node:')) return manners.world
  if (room.guests.some(({ name }) => name === guestOf(from))) return undefined
  const guests = room.guests.map(({ name }) => name).join(', ')
  return `the guests of ${room.name} are ${guests || 'nobody'}`
}

const importOffences = (path: string, imports: readonly Import[], room: Room): string[] =>
  imports.flatMap((one) => {
    const rule = one.from.startsWith('.') ? roomOffence(path, one, room) : guestOffence(one, room)
    return rule ? [`${path}:${one.line} imports '${one.from}': ${rule}`] : []
  })

const doorwayOffences = (room: Room, guest: Guest, files: readonly string[]): string[] => {
  if (!guest.inOneFile || files.length === 1) return []
  return files.length === 0
    ? [`src/${room.name}: the table announces '${guest.name}' and no file imports it`]
    : [`${files.join(', ')} import '${guest.name}': it enters ${room.name} through one file`]
}

/** Every broken rule, as `FILE:LINE imports 'WHAT': RULE` or `FILE:LINE says WHAT: RULE`. */
export const offencesOf = (house: House, table: ReadonlyMap<string, Room>): string[] => {
  const sources = Object.entries(house).map(([path, text]) => ({ path, ...readSource(path, text) }))
  const inFile = sources.flatMap(({ path, imports, sayings }) => {
    const room = table.get(roomOf(path))
    return [
      ...nameOffences(path),
      ...sayings
        .filter(({ rule }) => !(rule === 'world' && path === turnsTheClock))
        .map(({ rule, text, line }) => `${path}:${line} says "${text}": ${manners[rule]}`),
      ...(room
        ? importOffences(path, imports, room)
        : [`${path}: ARCHITECTURE.md has no room ${roomOf(path)}`]),
    ]
  })
  const inhabited = new Set(sources.map(({ path }) => roomOf(path)))
  const atDoorways = [...table.values()]
    .filter((room) => inhabited.has(room.name))
    .flatMap((room) =>
      room.guests.flatMap((guest) => {
        const receives = sources.filter(
          ({ path, imports }) =>
            roomOf(path) === room.name && imports.some(({ from }) => guestOf(from) === guest.name),
        )
        return doorwayOffences(
          room,
          guest,
          receives.map(({ path }) => path),
        )
      }),
    )
  return [...inFile, ...atDoorways]
}
