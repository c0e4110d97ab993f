/** Two futures: the year as it was, and the same year with other commands asked at an instant, every later command decided anew. */
import { isRejected } from 'training-ops'
import { knownBy, ledgerFrom, refusalIn, type YearLedger } from './ask.ts'
import { figuresAt, framesOf } from './frame.ts'
import type { AnyCommand, Asked, Future, LogEvent, Moment, TwoFutures, Year } from './protocol.ts'
import type { TrainingCommand } from './subjects.ts'

const end = '2025-12-31T15:59:59.000Z'

const futureOf = (events: readonly LogEvent[], { people }: Year, refused: number): Future => ({
  events: events.length,
  refused,
  figures: figuresAt(framesOf({ events, people }), { at: end, mode: 'was' }),
})

const askLater = async (
  ledger: YearLedger,
  commands: readonly Asked[],
  told: (done: number) => void,
): Promise<ReadonlyMap<string, ReturnType<typeof refusalIn>>> => {
  const answers = new Map<string, ReturnType<typeof refusalIn>>()
  for (const [done, { command }] of commands.entries()) {
    if (done % 200 === 0) {
      told(done / commands.length)
      await new Promise((resume) => setTimeout(resume, 0))
    }
    ledger.advanceTo(command.data.at as string)
    const [own] = ledger.executeWithPolicies(command as TrainingCommand)
    answers.set(command.metadata.commandId, own === undefined ? undefined : refusalIn(own.verdict))
  }
  ledger.advanceTo(end)
  return answers
}

const aboutOf = ({ data }: AnyCommand): string =>
  [data.learnerId, data.offeringId, data.sessionId].filter((id) => typeof id === 'string').join(' · ')

export const twoFutures = async (
  year: Year,
  commandsOfYear: readonly Asked[],
  { at }: Moment,
  asked: readonly AnyCommand[],
  told: (done: number) => void,
): Promise<TwoFutures> => {
  const rest = commandsOfYear.filter(({ learntAt }) => learntAt > at)
  const branch = ledgerFrom(knownBy(year.events, at))
  const answers = asked.map((command) => {
    const [own] = branch.executeWithPolicies(command as TrainingCommand)
    const refusal = own === undefined ? undefined : refusalIn(own.verdict)
    return {
      type: command.type,
      accepted: own !== undefined && !isRejected(own.verdict),
      ...(refusal === undefined ? {} : { refusal }),
    }
  })
  const inBranch = await askLater(branch, rest, told)
  const had = new Set(year.events.map(({ metadata }) => metadata?.commandId))
  const changed = rest.flatMap(({ command }) => {
    const refusal = inBranch.get(command.metadata.commandId)
    const wasAccepted = had.has(command.metadata.commandId)
    if (wasAccepted === (refusal === undefined)) return []
    return [
      {
        type: command.type,
        about: aboutOf(command),
        now: refusal === undefined ? ('accepted' as const) : ('refused' as const),
        ...(refusal === undefined ? {} : { refusal }),
      },
    ]
  })
  const refusedIn = [...inBranch.values()].filter((one) => one !== undefined).length
  const refusedThen = rest.filter(({ command }) => !had.has(command.metadata.commandId)).length
  return {
    asWas: futureOf(year.events, year, refusedThen),
    branch: futureOf(branch.events(), year, refusedIn),
    answers,
    changed: changed.slice(0, 40),
    changedTotal: changed.length,
  }
}
