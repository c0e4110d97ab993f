/** The state of the page as the part of its address after `#`: a link shares it, and no server is asked. */
import type { AnyCommand, Look } from '../worker/protocol.ts'
import { firstLook } from './moment.ts'
import type { Tongue } from './words.ts'

export const tabs = ['year', 'ask', 'whatIf', 'races'] as const
export type Tab = (typeof tabs)[number]

export type Shared = {
  readonly look: Look
  readonly tab: Tab
  readonly tongue: Tongue
  readonly command?: AnyCommand
  readonly branch: readonly AnyCommand[]
}

const isInstant = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))

const isCommand = (value: unknown): value is AnyCommand => {
  const one = value as AnyCommand | null
  return (
    typeof one?.type === 'string' &&
    typeof one.data === 'object' &&
    typeof one.metadata?.commandId === 'string'
  )
}

const parsed = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const preferred = (): Tongue => (navigator.language.startsWith('zh') ? 'zh' : 'en')

export const readLink = (hash: string): Shared => {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  const [at, mode, tab, tongue] = ['t', 'mode', 'tab', 'lang'].map((name) => given.get(name))
  const command = parsed(given.get('command'))
  const branch = parsed(given.get('branch'))
  return {
    look: {
      moment: {
        at: isInstant(at ?? null) ? (at as string) : firstLook.moment.at,
        mode: mode === 'known' ? 'known' : 'was',
      },
      offeringId: given.get('class') ?? firstLook.offeringId,
    },
    tab: tabs.find((one) => one === tab) ?? 'year',
    tongue: tongue === 'zh' || tongue === 'en' ? tongue : preferred(),
    ...(isCommand(command) ? { command } : {}),
    branch: Array.isArray(branch) ? branch.filter(isCommand) : [],
  }
}

export const linkOf = ({ look, tab, tongue, command, branch }: Shared): string => {
  const given = new URLSearchParams({ t: look.moment.at, class: look.offeringId, lang: tongue })
  if (look.moment.mode === 'known') given.set('mode', 'known')
  if (tab !== 'year') given.set('tab', tab)
  if (command !== undefined && tab === 'ask') given.set('command', JSON.stringify(command))
  if (branch.length > 0) given.set('branch', JSON.stringify(branch))
  return `#${given}`
}
