import { parseArgs } from 'node:util'
import { type Locale, locales } from 'training-ops/reports'

export type Options = {
  /** Commands to execute, one a line; the year of the script when none is named. */
  readonly commands?: string
  /** A log to go on from. */
  readonly events?: string
  readonly out: string
  readonly locales: readonly Locale[]
}

export const usage = `npm start -- [--commands FILE] [--events FILE] [--out DIR] [--locale en|zh-CN]

  --commands FILE  execute the commands of FILE (JSON Lines) instead of the example's own year
  --events FILE    go on from the log in FILE (an events.jsonl of an earlier run)
  --out DIR        where to write (default: out)
  --locale L       write the reports in one language only (default: both)`

export const readOptions = (args: readonly string[]): Options | { readonly wrong: string } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        commands: { type: 'string' },
        events: { type: 'string' },
        out: { type: 'string', default: 'out' },
        locale: { type: 'string' },
      },
    })
    const { commands, events, out, locale } = values
    if (locale !== undefined && !locales.includes(locale as Locale))
      return { wrong: `--locale takes ${locales.join(' or ')}, got ${locale}` }
    return {
      out,
      locales: locale === undefined ? locales : [locale as Locale],
      ...(commands === undefined ? {} : { commands }),
      ...(events === undefined ? {} : { events }),
    }
  } catch (error) {
    return { wrong: (error as Error).message }
  }
}
