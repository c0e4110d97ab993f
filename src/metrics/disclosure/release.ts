/** A release as the auditor reads it: answers, and figures as statements about sets of them. */
import { needsAt, needsText } from '../guard.ts'

/** One answer of one person to one question. @public */
export type AuditedAnswer = {
  readonly id: string
  readonly person: string
  readonly question: string
  /** Not given where it is no longer known: of an answer that only an earlier release rested on. */
  readonly value?: number
  /** The minimum group size that this person was promised; that of the audit where not given. */
  readonly k?: number
}

/** The answers a question allows. Without `steps` any number between the ends is one. @public */
export type AuditedQuestion = {
  readonly lowest: number
  readonly highest: number
  /** `whole`: whole numbers on a scale. `named`: options, whose numbers have no order. */
  readonly steps?: 'whole' | 'named'
}

/**
 * A statement of a figure: of these answers it tells their sum (or their mean), how many of them have one of some
 * values, or how many have each value. @public
 */
export type Statement = {
  readonly answers: readonly string[]
  readonly tells: 'distribution' | 'sum' | readonly number[]
}

/** A figure, by a name that no other figure has, and all it tells. @public */
export type ReleasedFigure = { readonly figure: string; readonly statements: readonly Statement[] }

/** @public */
export type DisclosureQuestion = {
  readonly answers: readonly AuditedAnswer[]
  readonly questions: Readonly<Record<string, AuditedQuestion>>
  /** Everything that is shown, of this release and of earlier ones. */
  readonly figures: readonly ReleasedFigure[]
  /** Figures that are suppressed: of those about fewer than `k` people it is audited that they cannot be worked out. */
  readonly suppressed?: readonly ReleasedFigure[]
  /** 5 unless given. */
  readonly k?: number
  /** How far apart the lowest and the highest answer that a person may have given have to stay. 0 unless given. */
  readonly protection?: number
  /**
   * Figures of parts of these people will be released later, and it is not known of which. A share of 0 or 100 %, however
   * large the group, tells the answer of each part of it too, and nothing takes that back: it is audited as well.
   */
  readonly later?: boolean
  /** How many groups of people are tried before the answer is "not proved". 20,000 unless given. */
  readonly limit?: number
}

/** How a statement reads an answer: two answers it cannot tell apart have one reading. */
export type Reading = { readonly key: string; readonly of: (value: number) => number }

export type IndexedStatement = {
  readonly figure: number
  readonly members: readonly number[]
  readonly reading: Reading
}

export type Indexed = {
  readonly person: Int32Array
  readonly value: Float64Array
  readonly k: Int32Array
  readonly question: readonly AuditedQuestion[]
  readonly questionName: readonly string[]
  readonly shown: readonly IndexedStatement[]
  readonly suppressed: readonly IndexedStatement[]
}

const readingOf = (tells: Statement['tells']): Reading => {
  if (tells === 'distribution' || tells === 'sum') return { key: tells, of: (value) => value }
  const counted = new Set(tells)
  return { key: [...counted].sort((a, b) => a - b).join(), of: (value) => (counted.has(value) ? 1 : 0) }
}

/** The release with numbers in place of ids. Throws where an id is not known or stands twice. */
export const indexed = (
  caller: string,
  { answers, questions, figures, suppressed = [], k = 5 }: DisclosureQuestion,
): Indexed => {
  const [ids, people] = [new Map<string, number>(), new Map<string, number>()]
  const person = new Int32Array(answers.length)
  const value = new Float64Array(answers.length)
  const ks = new Int32Array(answers.length)
  const question: AuditedQuestion[] = []
  for (const [at, answer] of answers.entries()) {
    needsText(caller, 'answers[].id', answer.id, at)
    needsText(caller, 'answers[].person', answer.person, at)
    needsAt(!ids.has(answer.id), caller, 'each id once', 'answers[].id', answer.id, at)
    ids.set(answer.id, at)
    const known = people.get(answer.person) ?? people.size
    people.set(answer.person, known)
    person[at] = known
    value[at] = answer.value ?? Number.NaN
    ks[at] = answer.k ?? k
    const asked = Object.hasOwn(questions, answer.question) ? questions[answer.question] : undefined
    needsAt(asked !== undefined, caller, 'one of questions', 'answers[].question', answer.question, at)
    question.push(asked as AuditedQuestion)
  }
  const readings = new Map<string, Reading>()
  // The statement in which an answer was seen last, so that none counts twice in one.
  const marked = new Int32Array(answers.length)
  let mark = 0
  const statementsOf = (given: readonly ReleasedFigure[], argument: string): IndexedStatement[] =>
    given.flatMap(({ figure, statements }, at) => {
      needsText(caller, `${argument}[].figure`, figure, at)
      return statements.map(({ answers, tells }) => {
        const reading = readingOf(tells)
        readings.set(reading.key, readings.get(reading.key) ?? reading)
        const members: number[] = []
        mark += 1
        for (const id of answers) {
          const member = ids.get(id)
          if (member === undefined)
            needsAt(false, caller, 'ids of answers', `${argument}[].statements`, id, at)
          else if (marked[member] !== mark) {
            marked[member] = mark
            members.push(member)
          }
        }
        return { figure: at, members, reading: readings.get(reading.key) as Reading }
      })
    })
  return {
    person,
    value,
    k: ks,
    question,
    questionName: answers.map((answer) => answer.question),
    shown: statementsOf(figures, 'figures').filter(({ members }) => members.length > 0),
    suppressed: statementsOf(suppressed, 'suppressed').filter(({ members }) => members.length > 0),
  }
}
