import {
  type AuditedAnswer,
  disclosureAudit,
  protectRelease,
  type ReleasedFigure,
} from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'

const scale = { lowest: 1, highest: 5, steps: 'whole' as const }
const said = (values: readonly number[], from = 0, question = 'q', k?: number): readonly AuditedAnswer[] =>
  values.map((value, at) => ({
    id: `p${from + at} ${question}`,
    person: `p${from + at}`,
    question,
    value,
    ...(k === undefined ? {} : { k }),
  }))
const figure = (
  name: string,
  answers: readonly AuditedAnswer[],
  tells: ReleasedFigure['statements'][number]['tells'] = [4, 5],
): ReleasedFigure => ({ figure: name, statements: [{ answers: answers.map(({ id }) => id), tells }] })
const audit = (
  answers: readonly AuditedAnswer[],
  figures: readonly ReleasedFigure[],
  more: Partial<Parameters<typeof disclosureAudit>[0]> = {},
) => disclosureAudit({ answers, questions: { q: scale, r: scale }, figures, ...more })
const kinds = ({ disclosures }: ReturnType<typeof audit>) =>
  disclosures.map(({ kind, certain }) => [kind, certain])

const legal = said([1, 5, 3])
const sales = said([4, 2, 5, 1, 3, 4, 4, 2], 3)
const everybody = [...legal, ...sales]

describe('the audit of a release', () => {
  it('proves a table in which every group is large enough', () => {
    const [first, second] = [said([1, 2, 3, 4, 5]), said([5, 4, 3, 2, 1], 5)]
    const { status, answers } = audit(
      [...first, ...second],
      [figure('a', first), figure('b', second), figure('all', [...first, ...second], 'distribution')],
    )
    expect(status).toBe('protected')
    expect(answers).toEqual([
      { question: 'q', people: 5, low: 1, high: 5 },
      { question: 'q', people: 5, low: 1, high: 5 },
    ])
  })

  it('finds what is left when the shown part is taken from the total, and says from which figures', () => {
    const { status, disclosures } = audit(everybody, [figure('all', everybody), figure('sales', sales)])
    expect(status).toBe('disclosed')
    expect(disclosures).toEqual([
      { kind: 'fewPeople', certain: true, people: 3, questions: ['q'], figures: ['all', 'sales'] },
    ])
  })

  it('finds it across tables, where no single one tells: two segmentations that leave one corner', () => {
    const [a, b, c, d] = [
      said([1, 5, 3]),
      said([2, 4, 1, 5, 3], 3),
      said([2, 5, 1, 3, 4], 8),
      said([1, 2, 5, 4, 3], 13),
    ]
    const all = [...a, ...b, ...c, ...d]
    const sides = [figure('a and b', [...a, ...b]), figure('a and c', [...a, ...c])]
    expect(audit(all, [figure('all', all), ...sides]).status).toBe('protected')
    expect(kinds(audit(all, [figure('all', all), ...sides, figure('d', d)]))).toEqual([['fewPeople', true]])
  })

  it('finds a suppressed part that the ends of the scale leave one value: seven of seven were content', () => {
    const [few, others] = [said([4, 5, 5]), said([4, 5, 4, 4], 3)]
    const all = [...few, ...others]
    const { status, disclosures } = audit(all, [figure('all', all)], { suppressed: [figure('few', few)] })
    expect(status).toBe('disclosed')
    expect(disclosures[0]).toMatchObject({ kind: 'smallCell', people: 3, certain: true })
  })

  it('gives the sums that remain possible for a suppressed part', () => {
    const { suppressed } = audit(everybody, [figure('all', everybody)], {
      suppressed: [figure('legal', legal)],
    })
    expect(suppressed).toEqual([{ figure: 'legal', people: 3, low: 0, high: 3 }])
  })

  it('finds a small group of one mind, and a larger one only where answers are protected by a width', () => {
    const [small, large] = [said([5, 5, 5, 5, 5, 5]), said(new Array(30).fill(5))]
    expect(kinds(audit(small, [figure('steps', small, 'distribution')]))).toEqual([['oneMind', true]])
    expect(audit(large, [figure('steps', large, 'distribution')]).status).toBe('protected')
    expect(kinds(audit(large, [figure('steps', large, 'distribution')], { protection: 1 }))).toEqual([
      ['narrowAnswer', true],
    ])
  })

  it('reckons how far a share narrows an answer: all content is 4 or 5', () => {
    const all = said([4, 5, 4, 5, 5, 4])
    expect(audit(all, [figure('content', all)], { protection: 1 }).status).toBe('protected')
    expect(kinds(audit(all, [figure('content', all)], { protection: 2 }))).toEqual([['narrowAnswer', true]])
  })

  it('keeps the promise each person was made: of two promises the stricter counts for a group of both', () => {
    const [loose, strict] = [said([1, 5, 3, 4], 0, 'q', 3), said([2, 4, 1, 5], 4, 'q', 5)]
    const all = [...loose, ...strict]
    expect(audit(all, [figure('loose', loose)]).status).toBe('protected')
    expect(kinds(audit(all, [figure('loose', loose), figure('all', all)]))).toEqual([['fewPeople', true]])
  })

  it('counts people and not answers', () => {
    const twice = [...legal, ...legal.map((one) => ({ ...one, id: `${one.id} again` }))]
    expect(kinds(audit(twice, [figure('all', twice)]))).toEqual([['fewPeople', true]])
  })

  it('takes a total over questions apart where the questions are shown', () => {
    const [q, r] = [said([1, 5, 3, 4, 2, 5]), said([2, 4], 0, 'r')]
    const all = [...q, ...r]
    expect(audit(all, [figure('all', all)]).status).toBe('protected')
    expect(kinds(audit(all, [figure('all', all), figure('q', q)]))).toEqual([['fewPeople', true]])
  })

  it('says "not proved" where it does not look to the end', () => {
    const parts = Array.from({ length: 9 }, (_, at) => said([1, 5, 3, 2], at * 4))
    const all = parts.flat()
    const lines = [0, 1, 2].flatMap((at) => [
      figure(`row ${at}`, parts.filter((_, part) => Math.floor(part / 3) === at).flat()),
      figure(`column ${at}`, parts.filter((_, part) => part % 3 === at).flat()),
    ])
    expect(audit(all, lines).status).toBe('protected')
    const { status, disclosures } = audit(all, lines, { limit: 3 })
    expect(status).toBe('notProved')
    expect(disclosures.map(({ kind }) => kind)).toContain('tooLarge')
  })

  it('names the argument that is wrong', () => {
    expect(() => audit(legal, [figure('x', sales)])).toThrow(
      'training-ops: disclosureAudit needs ids of answers at figures[0].statements, got "p3 q"',
    )
    expect(() => audit([...legal, ...legal], [])).toThrow(
      'training-ops: disclosureAudit needs each id once at answers[3].id, got "p0 q"',
    )
    expect(() => audit(legal, [], { k: 0 })).toThrow(
      'training-ops: disclosureAudit needs a whole number ≥ 1 at k, got 0',
    )
    expect(() => disclosureAudit({ answers: legal, questions: {}, figures: [] })).toThrow(
      'training-ops: disclosureAudit needs one of questions at answers[0].question, got "q"',
    )
  })
})

describe('the protection of a release', () => {
  const protect = (
    answers: readonly AuditedAnswer[],
    figures: readonly ReleasedFigure[],
    more: Partial<Parameters<typeof protectRelease>[0]> = {},
  ) => protectRelease({ answers, questions: { q: scale, r: scale }, figures, ...more })

  it('suppresses a small part, and the next smallest so that it cannot be subtracted, and says why', () => {
    const hr = said([1, 5, 2, 4, 3, 4], 11)
    const all = [...everybody, ...hr]
    const { shown, suppressed } = protect(all, [
      figure('all', all),
      figure('legal', legal),
      figure('sales', sales),
      figure('hr', hr),
    ])
    expect(shown).toEqual(['all', 'sales'])
    expect(suppressed).toEqual([
      { figure: 'legal', because: 'fewPeople', people: 3 },
      { figure: 'hr', because: 'fewPeople', people: 3 },
    ])
  })

  it('holds a later version back that would tell who came in between', () => {
    const later = [...everybody, ...said([2], 11)]
    const { shown, alreadyDisclosed } = protect(later, [figure('later', later)], {
      earlier: [figure('sooner', everybody)],
    })
    expect(shown).toEqual([])
    expect(alreadyDisclosed).toEqual([])
  })

  it('says what earlier releases alone give away', () => {
    const { alreadyDisclosed } = protect(everybody, [], {
      earlier: [figure('all', everybody), figure('sales', sales)],
    })
    expect(alreadyDisclosed).toEqual([{ kind: 'fewPeople', questions: ['q'] }])
  })
})
