/** Decides every training of the files on a ledger, in order of time. */
import { createLedger, type InvalidCommand, isRejected, type RejectionOf } from 'training-ops'
import { en, explainRejection } from 'training-ops/reports'
import {
  cancelCommand,
  classCommands,
  courseCommands,
  everythingIsClosedBy,
  heldCommands,
  seatCommand,
} from './commands.ts'
import type { BadRow } from './read-table.ts'
import { type Employee, type Records, type Training, trainingFile } from './records.ts'
import { type TrainingCommand, training } from './training.ts'

type Rejected = RejectionOf<typeof training> | InvalidCommand

/** A training the library refused: the line it stands on, and why. */
export type Rejection = {
  readonly line: number
  readonly employeeId: string
  readonly rejection: RejectionOf<typeof training>
  readonly words: string
}

export const importRecords = (
  { employees, trainings }: Records,
  told: (done: number) => void = () => undefined,
) => {
  const ledger = createLedger(training)
  const rejections: Rejection[] = []
  const accepted: Training[] = []
  const bad: BadRow[] = []

  /** The first rejection among these commands and what followed them; the rest is not asked. */
  const refusalOf = (commands: readonly TrainingCommand[]): Rejected | undefined => {
    for (const command of commands)
      for (const { verdict } of ledger.executeWithPolicies(command))
        if (isRejected(verdict)) return verdict.left
    return undefined
  }
  const mustHold = (rejection: Rejected | undefined): void => {
    if (rejection !== undefined) throw new Error(`the import asks badly: ${JSON.stringify(rejection)}`)
  }

  mustHold(refusalOf(courseCommands(trainings)))
  const inOrder = [...trainings].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.line - b.line))
  inOrder.forEach((one, at) => {
    ledger.advanceTo(`${one.on}T00:00:00.000Z`)
    const rejection =
      refusalOf(classCommands(one)) ??
      refusalOf([seatCommand(one, employees.get(one.employeeId) as Employee)])
    if (rejection === undefined) {
      mustHold(refusalOf(heldCommands(one)))
      accepted.push(one)
    } else {
      if (rejection.code === 'InvalidCommand') bad.push(...badRows(one.line, rejection))
      else {
        const words = explainRejection(rejection, en)
        rejections.push({ line: one.line, employeeId: one.employeeId, rejection, words })
      }
      refusalOf([cancelCommand(one)])
    }
    told(at + 1)
  })
  for (const { verdict } of ledger.advanceTo(everythingIsClosedBy(trainings)))
    if (isRejected(verdict)) mustHold(verdict.left)

  rejections.sort((a, b) => a.line - b.line)
  return { ledger, accepted, rejections, bad }
}

/** A row whose words make no command, whatever the rules. */
const badRows = (line: number, { issues }: InvalidCommand): readonly BadRow[] =>
  issues.map((issue) => ({
    file: trainingFile,
    line,
    column: issue.path.join('.'),
    reason: explainRejection({ code: 'InvalidCommand', issues: [issue] }, en),
  }))

export type Imported = ReturnType<typeof importRecords>
