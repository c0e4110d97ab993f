import {
  type AuditedAnswer,
  type AuditedQuestion,
  type ProtectedRelease,
  type Protection,
  protectRelease,
  type ReleasedFigure,
  type Statement,
  suppressed,
} from '../../metrics/index.ts'
import type { KirkpatrickState } from '../../records/study/evidence.ts'
import { behaviourStatements } from '../behaviour/statements.ts'
import { learningStatements } from '../learning/statements.ts'
import { type ReactionCells, reactionCells, type SegmentOf } from '../reaction/by-segment.ts'
import { type AnswerRegister, reactionStatements, registerReactions } from '../reaction/statements.ts'
import { type KirkpatrickFigure, strictestGroupSizeOf } from './figure.ts'

/**
 * An entry of the release log that a host keeps, of figures that left. It is JSON, says whose answers each figure rests on, and no answer.
 * Keep it where the answers are kept.
 */
export type Release = {
  readonly answers: readonly Omit<AuditedAnswer, 'value'>[]
  readonly questions: Readonly<Record<string, AuditedQuestion>>
  readonly shown: readonly ReleasedFigure[]
  /** Figures of too few people, which no later release may tell. */
  readonly suppressed: readonly ReleasedFigure[]
}

/** The releases before, and how closely an answer may be known. */
export type DisclosureRule = {
  /** The release log: every `disclosure.release` that left before, of this program or of one that shares answers with it. */
  readonly released?: readonly Release[]
  /** How far apart the lowest and the highest answer that a person may have given have to stay, in steps of the scale. */
  readonly protection?: number
  /** Figures of parts of these people, not known yet, will be released later: then no share of 0 or 100 % is told, however large the group. */
  readonly later?: boolean
}

/** The figures that were suppressed so that nobody is told on, and why. For the owner of the release, and not for its readers. */
export type StudyDisclosure = Pick<ProtectedRelease, 'alreadyDisclosed'> & {
  readonly suppressed: readonly Protection[]
  /** Figures that are shown and are no sums of answers: they are suppressed below k, and not audited beside the others. */
  readonly notAudited: readonly string[]
  readonly release: Release
}

type Part = {
  readonly name: string
  readonly n: number
  readonly isShown: boolean
  readonly statements: readonly Statement[]
}

/**
 * The figures of a program and its segments as they may be released together, beside everything in the release log. A figure
 * that would tell of fewer than k people beside the others is suppressed (`protectsAnother`).
 *
 * @example
 * ```ts
 * import { kirkpatrick, protectStudy } from 'training-ops'
 * protectStudy(kirkpatrick.initial(), []).figures // => []
 * ```
 */
export const protectStudy = (
  program: KirkpatrickState,
  figures: readonly KirkpatrickFigure[],
  {
    segmentOf,
    released = [],
    protection = 0,
    later = false,
  }: DisclosureRule & { readonly segmentOf?: SegmentOf | undefined } = {},
): {
  readonly figures: readonly KirkpatrickFigure[]
  readonly cells: ReactionCells
  readonly disclosure: StudyDisclosure
} => {
  const register: AnswerRegister = { answers: new Map(), questions: {} }
  registerReactions(program, register)
  const ofReactions = reactionStatements(program)
  const ofLearning = learningStatements(program, register)
  const ofBehaviour = behaviourStatements(program, register)
  const table = reactionCells(program, segmentOf)
  const nameOfCell = (question: string, segment?: string) =>
    segment === undefined ? `${question} of everybody` : `${question} of ${segment}`

  const ofLevel: Readonly<Record<number, (figure: KirkpatrickFigure) => readonly Statement[]>> = {
    1: ofReactions,
    2: ofLearning,
    3: ofBehaviour,
  }
  const ofFigures = figures.map(
    (figure): Part => ({
      name: figure.figure,
      n: 'n' in figure.result ? figure.result.n : 0,
      isShown: figure.result.status !== 'suppressed',
      statements: ofLevel[figure.level]?.(figure) ?? [],
    }),
  )
  const ofCells = [...table.cells, ...table.totals, ...table.outside].map(
    (cell): Part => ({
      name: nameOfCell(cell.question, 'segment' in cell ? String(cell.segment) : undefined),
      n: cell.n,
      isShown: cell.result.status !== 'suppressed' && !table.outside.some((one) => one === cell),
      statements: [cell.statement],
    }),
  )
  const parts = [...ofFigures, ...ofCells].filter(({ statements }) =>
    statements.some(({ answers }) => answers.length > 0),
  )
  const named = ({ name, statements }: Part): ReleasedFigure => ({ figure: name, statements })
  const shown = parts.filter(({ isShown }) => isShown).map(named)
  const before = released.map((one, at) => {
    const within = ({ figure, statements }: ReleasedFigure) => ({ figure: `${at} ${figure}`, statements })
    return { ...one, shown: one.shown.map(within), suppressed: one.suppressed.map(within) }
  })
  const answers = new Map<string, AuditedAnswer>([
    ...before.flatMap((one) => one.answers.map((answer) => [answer.id, answer] as const)),
    ...register.answers,
  ])
  const questions = Object.assign({}, ...before.map((one) => one.questions), register.questions)
  const hidden = parts.filter(({ isShown }) => !isShown).map(named)
  const k = strictestGroupSizeOf(program, () => true)
  const safe = protectRelease({
    answers: [...answers.values()],
    questions,
    figures: shown,
    earlier: before.flatMap((one) => one.shown),
    suppressed: [...hidden, ...before.flatMap((one) => one.suppressed)],
    k,
    protection,
    later,
  })

  const isSuppressed = new Set(safe.suppressed.map(({ figure }) => figure))
  const isAudited = new Set(parts.map(({ name }) => name))
  const withheld = <One extends { readonly result: KirkpatrickFigure['result'] }>(
    one: One,
    name: string,
    n: number,
  ): One => (isSuppressed.has(name) ? { ...one, result: suppressed(n, k) } : one)
  const isLeft = ({ figure }: ReleasedFigure) => !isSuppressed.has(figure)
  const release = {
    shown: shown.filter(isLeft),
    suppressed: [...hidden, ...shown.filter((one) => !isLeft(one))],
  }
  const used = new Set(
    [...release.shown, ...release.suppressed].flatMap(({ statements }) =>
      statements.flatMap((one) => one.answers),
    ),
  )
  return {
    figures: figures.map((figure, at) => withheld(figure, figure.figure, ofFigures[at]?.n ?? 0)),
    cells: {
      ...table,
      cells: table.cells.map((cell) => withheld(cell, nameOfCell(cell.question, cell.segment), cell.n)),
      totals: table.totals.map((cell) => withheld(cell, nameOfCell(cell.question), cell.n)),
    },
    disclosure: {
      suppressed: safe.suppressed,
      alreadyDisclosed: safe.alreadyDisclosed,
      notAudited: figures
        .filter(
          ({ figure, result, level }) =>
            level > 0 && level < 4 && result.status === 'ok' && !isAudited.has(figure),
        )
        .map(({ figure }) => figure),
      release: {
        ...release,
        answers: [...register.answers.values()]
          .filter(({ id }) => used.has(id))
          .map(({ value: _, ...answer }) => answer),
        questions: register.questions,
      },
    },
  }
}
