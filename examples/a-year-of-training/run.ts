/** Executes commands on a ledger, in order of time, and keeps account of what was bad and what was refused. */
import {
  type CommandOf,
  type EventOf,
  instant,
  isRejected,
  type Ledger,
  type RejectionOf,
} from 'training-ops'
import { en, explainRejection, zhCN } from 'training-ops/reports'
import type { ReadLine } from './json-lines.ts'
import type { Training } from './training.ts'

export type YearLedger = Ledger<CommandOf<Training>, EventOf<Training>, RejectionOf<Training>>

/** A line that is no command: it was left out, the rest went on. */
export type BadLine = { readonly line: number; readonly path: string; readonly why: string }

/** A command that a rule refused. */
export type Rejection = {
  /** Absent for a command that followed by policy. */
  readonly line?: number
  readonly command: string
  readonly commandId: string
  readonly code: string
  readonly en: string
  readonly 'zh-CN': string
}

export type Account = {
  commands: number
  followed: number
  readonly bad: BadLine[]
  readonly refused: Rejection[]
}

export const runYear = async (
  ledger: YearLedger,
  input: AsyncIterable<ReadLine> | Iterable<ReadLine>,
  told: (month: string, account: Account) => void,
  /** Goes on with an account that was begun. */
  account: Account = { commands: 0, followed: 0, bad: [], refused: [] },
): Promise<Account> => {
  let month = ''
  for await (const line of input) {
    if ('unreadable' in line) {
      account.bad.push({ line: line.number, path: '·', why: line.unreadable })
      continue
    }
    const at = (line.value as { data?: { at?: unknown } } | null)?.data?.at
    if (typeof at === 'string' && at.slice(0, 7) > month && /^\d{4}-\d{2}-/.test(at)) {
      if (month !== '') told(month, account)
      month = at.slice(0, 7)
    }
    executeWithPolicies(ledger, line, at, account)
  }
  if (month !== '') told(month, account)
  return account
}

const executeWithPolicies = (
  ledger: YearLedger,
  { number, value }: { readonly number: number; readonly value: unknown },
  at: unknown,
  account: Account,
): void => {
  const command = value as CommandOf<Training>
  const due = instant.safeParse(at).success ? ledger.advanceTo(at as string) : []
  const [own, ...followed] = ledger.executeWithPolicies(command)
  account.followed += due.length + followed.length
  for (const outcome of [...due, ...followed])
    if (isRejected(outcome.verdict)) account.refused.push(rejection(outcome.command, outcome.verdict.left))
  if (own === undefined) return
  if (!isRejected(own.verdict)) {
    account.commands++
    return
  }
  const { left } = own.verdict
  if (left.code === 'InvalidCommand')
    for (const issue of left.issues)
      account.bad.push({
        line: number,
        path: issue.path.length === 0 ? '·' : issue.path.join('.'),
        why: explainRejection({ code: 'InvalidCommand', issues: [issue] }, en),
      })
  else {
    account.commands++
    account.refused.push({ line: number, ...rejection(command, left) })
  }
}

/** The company's own zone, in which rejections tell the time. */
const zone = 'Asia/Shanghai'

const rejection = (
  { type, metadata }: { readonly type: string; readonly metadata: { readonly commandId: string } },
  rejection: { readonly code: string; readonly [datum: string]: unknown },
): Rejection => ({
  command: type,
  commandId: metadata.commandId,
  code: rejection.code,
  en: explainRejection(rejection, en, zone),
  'zh-CN': explainRejection(rejection, zhCN, zone),
})
