import { useMemo, useState } from 'preact/hooks'
import type { ColumnMeaning, Summary, SummaryFigure } from 'training-ops/interop'
import type { Reason } from 'training-ops/metrics'
import { en, type Language, wordsFor, zhCN } from 'training-ops/reports'
import { inUnit } from '../ui/figure.ts'
import { Page } from '../ui/page.tsx'
import { Scroll } from '../ui/scroll.tsx'
import { pick, preferredTongue, type Tongue } from '../ui/words.ts'
import type { Words } from '../worker/protocol.ts'
import {
  type Bar,
  figuresOf,
  type Meanings,
  picturesIn,
  proposedMeanings,
  readSheet,
  type Sheet,
  sampleSheet,
} from './figures.ts'

const words = {
  lead: [
    'Drop a CSV of answers or scores, say what each column is, and read your figures with n and interval. Nothing leaves this browser.',
    '拖入一份答卷或成绩的 CSV，说明各列的含义，即可读到带 n 与区间的数值。任何内容都不会离开本浏览器。',
  ],
  drop: ['Drop a CSV here, or choose a file', '将 CSV 拖到此处，或选择文件'],
  paste: ['Or paste it', '或粘贴内容'],
  sample: ['Try sixty invented answers', '试用六十份虚构的答卷'],
  columns: ['What each column is', '各列的含义'],
  column: ['Column', '列'],
  example: ['First cells', '前几格'],
  isA: ['is', '是'],
  ignore: ['left out', '不使用'],
  reversed15: ['a scale from 1 to 5, 1 is best', '1 至 5 的量表，1 最好'],
  recommendation: ['would recommend, 0 to 10', '推荐意愿，0 至 10'],
  choice: ['one option of several', '单选'],
  choices: ['several options', '多选'],
  passed: ['passed or not', '是否通过'],
  completed: ['completed or not', '是否完成'],
  person: ['the id of a person', '人员编号'],
  scale15: ['a scale from 1 to 5', '1 至 5 的量表'],
  scale14: ['a scale from 1 to 4', '1 至 4 的量表'],
  scale17: ['a scale from 1 to 7', '1 至 7 的量表'],
  number: ['a number', '数字'],
  before: ['a score before, in percent', '训前成绩（百分制）'],
  after: ['a score after, in percent', '训后成绩（百分制）'],
  group: ['the group of a person', '人员类别'],
  k: ['Smallest group that is shown', '可显示的最少人数'],
  figures: ['Figures', '数值'],
  figure: ['Figure', '指标'],
  groupHeading: ['Group', '类别'],
  everybody: ['everybody', '全体'],
  value: ['Value', '值'],
  interval: ['95 % interval', '95 % 区间'],
  suppressed: ['held back: fewer than {k}', '不予显示：少于 {k} 人'],
  protects: ['held back: it would give another away', '不予显示：会泄露另一组'],
  none: ['none: {why}', '无：{why}'],
  notMade: ['{n} figures do not apply, and why', '{n} 个指标不适用，及其原因'],
  pictures: ['Answers', '答案分布'],
  bad: ['{n} cells are no such answer, and count as none', '{n} 个单元格无法作为答案，按未答处理'],
  read: ['{n} rows in {columns} columns', '{n} 行，{columns} 列'],
  notRead: ['That is no CSV: {why}', '无法读取：{why}'],
} as const satisfies Readonly<Record<string, Words>>

const score = (when: 'before' | 'after') =>
  ({ is: 'score', test: 'score', when, written: 'percent' }) as const

const meanings = {
  scale14: { is: 'scale', min: 1, max: 4 },
  scale15: { is: 'scale', min: 1, max: 5 },
  scale17: { is: 'scale', min: 1, max: 7 },
  reversed15: { is: 'scale', min: 1, max: 5, reversed: true },
  recommendation: { is: 'recommendation' },
  choice: { is: 'choice' },
  choices: { is: 'choices' },
  number: { is: 'number' },
  before: score('before'),
  after: score('after'),
  passed: { is: 'outcome', of: 'passed' },
  completed: { is: 'outcome', of: 'completed' },
  group: { is: 'group' },
  person: { is: 'person' },
} as const satisfies Readonly<Record<string, ColumnMeaning>>
type MeaningName = keyof typeof meanings
const meaningNames = Object.keys(meanings) as readonly MeaningName[]

/** The name of a meaning in the list; one that the list does not have is shown as it is. */
const nameOf = (meaning: ColumnMeaning | undefined): MeaningName | 'ignore' | 'asProposed' =>
  meaning === undefined
    ? 'ignore'
    : (meaningNames.find((name) => JSON.stringify(meanings[name]) === JSON.stringify(meaning)) ??
      'asProposed')

export const BenchPage = () => {
  const [tongue, setTongue] = useState<Tongue>(preferredTongue)
  const [sheet, setSheet] = useState<Sheet>()
  const [given, setGiven] = useState<Meanings>({})
  const [k, setK] = useState(5)
  const [failure, setFailure] = useState<string>()
  const tell = (name: keyof typeof words, gaps: Readonly<Record<string, string | number>> = {}) =>
    pick(words[name], tongue).replace(/\{(\w+)\}/g, (_, gap: string) => String(gaps[gap] ?? ''))
  const take = (text: string) => {
    try {
      const read = readSheet(text)
      setSheet(read)
      setGiven(proposedMeanings(read))
      setFailure(undefined)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }
  const figures = useMemo(
    () => (sheet === undefined ? undefined : figuresOf(sheet, given, k)),
    [sheet, given, k],
  )
  const takeFile = (file: File | undefined) => file?.text().then(take)
  const stop = (event: Event) => event.preventDefault()
  return (
    <Page tongue={tongue} onTongue={setTongue} here="bench" title="bench" lead={tell('lead')}>
      <section
        class="card drop"
        aria-label={tell('drop')}
        onDragOver={stop}
        onDrop={(event) => {
          event.preventDefault()
          takeFile(event.dataTransfer?.files[0])
        }}
      >
        <label class="field">
          <span>{tell('drop')}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={({ currentTarget }) => takeFile(currentTarget.files?.[0])}
          />
        </label>
        <p class="actions">
          <button type="button" class="main" onClick={() => take(sampleSheet())}>
            {tell('sample')}
          </button>
        </p>
        <details>
          <summary>{tell('paste')}</summary>
          <textarea
            rows={5}
            aria-label={tell('paste')}
            onChange={({ currentTarget: { value } }) => take(value)}
          />
        </details>
        {failure === undefined ? null : (
          <p class="failure" role="alert">
            {tell('notRead', { why: failure })}
          </p>
        )}
      </section>
      {sheet === undefined || figures === undefined ? null : (
        <div class="two">
          <section class="card" aria-labelledby="columns">
            <h2 id="columns">{tell('columns')}</h2>
            <p class="sub" data-testid="read">
              {tell('read', { n: sheet.rows.length, columns: sheet.headings.length })}
            </p>
            <Scroll label={tell('columns')} tongue={tongue}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{tell('column')}</th>
                    <th scope="col">{tell('example')}</th>
                    <th scope="col">{tell('isA')}</th>
                  </tr>
                </thead>
                <tbody>
                  {sheet.headings.map((heading, at) => (
                    <tr key={heading}>
                      <th scope="row">{heading}</th>
                      <td class="about">
                        {sheet.rows
                          .slice(0, 3)
                          .map((row) => row[at])
                          .join(', ')}
                      </td>
                      <td class="field">
                        <select
                          aria-label={`${heading} ${tell('isA')}`}
                          value={nameOf(given[heading])}
                          onChange={({ currentTarget: { value } }) => {
                            const { [heading]: _, ...others } = given
                            const meaning = meanings[value as MeaningName]
                            setGiven(meaning === undefined ? others : { ...others, [heading]: meaning })
                          }}
                        >
                          <option value="ignore">{tell('ignore')}</option>
                          {nameOf(given[heading]) === 'asProposed' ? (
                            <option value="asProposed">{given[heading]?.is}</option>
                          ) : null}
                          {meaningNames.map((name) => (
                            <option key={name} value={name}>
                              {tell(name)}
                            </option>
                          ))}
                        </select>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
            <label class="field">
              <span>{tell('k')}</span>
              <input
                type="number"
                min={1}
                max={50}
                value={k}
                onInput={({ currentTarget: { value } }) =>
                  setK(Math.max(1, Math.min(50, Math.round(Number(value)) || 1)))
                }
              />
            </label>
            {figures.unread.length === 0 ? null : (
              <details>
                <summary>{tell('bad', { n: figures.unread.length })}</summary>
                <ul class="changed">
                  {figures.unread.slice(0, 50).map(({ row, column, cell }) => (
                    <li key={`${row} ${column}`}>
                      {row} · {column} · {cell}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </section>
          <section class="card" aria-labelledby="figures">
            <h2 id="figures">{tell('figures')}</h2>
            <Scroll label={tell('figures')} tongue={tongue}>
              <table data-testid="bench-figures">
                <thead>
                  <tr>
                    <th scope="col">{tell('figure')}</th>
                    <th scope="col">{tell('groupHeading')}</th>
                    <th scope="col" class="number">
                      {tell('value')}
                    </th>
                    <th scope="col" class="number">
                      n
                    </th>
                    <th scope="col">{tell('interval')}</th>
                  </tr>
                </thead>
                <tbody>
                  {figures.figures.map((row) => (
                    <FigureLine
                      key={`${row.metric} ${row.columns} ${row.of} ${row.group}`}
                      row={row}
                      ends={endsOf(figures.figures, row)}
                      tongue={tongue}
                      tell={tell}
                    />
                  ))}
                </tbody>
              </table>
            </Scroll>
            <NotMade summary={figures} tongue={tongue} tell={tell} />
            {picturesIn(figures).map(({ about, bars }) => (
              <figure key={about}>
                <figcaption>{about}</figcaption>
                <Histogram bars={bars} label={`${tell('pictures')}: ${about}`} />
              </figure>
            ))}
          </section>
        </div>
      )}
    </Page>
  )
}

/** Figures that do not apply to this sheet, by what they would need. */
const NotMade = ({
  summary,
  tongue,
  tell,
}: {
  readonly summary: Summary
  readonly tongue: Tongue
  readonly tell: Tell
}) => {
  const language = tongue === 'en' ? en : zhCN
  const needs = [...new Set(summary.notApplicable.map((one) => one.needs))]
  if (needs.length === 0) return null
  return (
    <details data-testid="not-made">
      <summary>{tell('notMade', { n: summary.notApplicable.length })}</summary>
      <ul class="changed">
        {needs.map((need) => (
          <li key={need}>
            {wordsFor(language, `analysis.notMade.${need}`).replace(
              '{metric}',
              summary.notApplicable
                .filter((one) => one.needs === need)
                .map(({ metric }) => `${wordsFor(language, `metric.${metric}`)} (${metric})`)
                .join(tongue === 'en' ? ', ' : '、'),
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The reason why there is no figure, in words. */
const reasonIn = ({ code, ...data }: Reason, language: Language): string =>
  wordsFor(language, `reason.${code}`).replace(/\{(\w+)\}/g, (_, gap: string) => {
    const value = String((data as Readonly<Record<string, unknown>>)[gap] ?? '')
    return gap === 'what' ? wordsFor(language, `quantity.${value}`) : value
  })

/** How likely a difference as large is by chance, where the figure is a test. */
const pOf = ({ notes = [] }: { readonly notes?: readonly { readonly [datum: string]: unknown }[] }) => {
  const p = notes.map((note) => note.p).find((one): one is number => typeof one === 'number')
  return p === undefined ? '' : p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`
}

type Tell = (name: keyof typeof words, gaps?: Readonly<Record<string, string | number>>) => string

const FigureLine = ({
  row,
  ends,
  tongue,
  tell,
}: {
  readonly row: SummaryFigure
  readonly ends: Ends
  readonly tongue: Tongue
  readonly tell: Tell
}) => {
  const { metric, columns, of, group, result } = row
  const language = tongue === 'en' ? en : zhCN
  const name = wordsFor(language, `metric.${metric}`)
  const about = [columns.join(' → '), ...(of === undefined || columns.length > 1 ? [] : [of])].join(': ')
  const unit = 'unit' in result ? (result.unit as string) : ''
  return (
    <tr class={group === undefined ? 'whole' : ''}>
      <th scope="row" title={wordsFor(language, `definition.${metric}`)}>
        {group === undefined ? (
          <>
            {name}{' '}
            <small>
              {metric} · {about}
            </small>
          </>
        ) : (
          ''
        )}
        {group === undefined ? null : (
          <span class="hidden">
            {name} {about}
          </span>
        )}
      </th>
      <td>{group ?? tell('everybody')}</td>
      {result.status === 'ok' ? (
        <>
          <td class="number">{inUnit(result.value, unit, tongue)}</td>
          <td class="number">{result.n}</td>
          <td>
            {result.interval === undefined ? (
              pOf(result)
            ) : (
              <Whisker
                low={result.interval.low}
                high={result.interval.high}
                value={result.value}
                ends={ends}
                text={`${inUnit(result.interval.low, unit, tongue)} – ${inUnit(result.interval.high, unit, tongue)}`}
              />
            )}
          </td>
        </>
      ) : (
        <td colSpan={3} class="about">
          {result.status === 'suppressed'
            ? tell(result.because === undefined ? 'suppressed' : 'protects', { k: result.k })
            : tell('none', { why: reasonIn(result.reason, language) })}
        </td>
      )}
    </tr>
  )
}

type Ends = { readonly low: number; readonly high: number }

/** The ends that the whiskers of one question share: those of a share are 0 and 1. */
const endsOf = (rows: readonly SummaryFigure[], { metric, columns, of }: SummaryFigure): Ends => {
  if (metric === 'M32') return { low: 0, high: 1 }
  const intervals = rows.flatMap(({ result, ...one }) =>
    one.metric === metric &&
    one.of === of &&
    one.columns.join() === columns.join() &&
    result.status === 'ok' &&
    result.interval !== undefined
      ? [result.interval]
      : [],
  )
  return {
    low: Math.min(...intervals.map(({ low }) => low)),
    high: Math.max(...intervals.map(({ high }) => high)),
  }
}

type WhiskerGiven = Ends & { readonly value: number; readonly ends: Ends; readonly text: string }

const Whisker = ({ low, high, value, ends, text }: WhiskerGiven) => {
  const at = (point: number) =>
    ends.high === ends.low ? 50 : ((point - ends.low) / (ends.high - ends.low)) * 100
  return (
    <span class="whisker">
      <i aria-hidden="true">
        <u style={{ left: `${at(low)}%`, right: `${100 - at(high)}%` }} />
        <b style={{ left: `${at(value)}%` }} />
      </i>
      {text}
    </span>
  )
}

const Histogram = ({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) => {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const width = 40
  return (
    <svg
      class="histogram"
      style={{ width: `${bars.length * width}px` }}
      viewBox={`0 0 ${bars.length * width} 120`}
      role="img"
      aria-label={`${label}: ${bars.map(({ label: step, count }) => `${step}: ${count}`).join(', ')}`}
    >
      {bars.map(({ label: step, count }, at) => (
        <g key={step}>
          <rect
            x={at * width + 5}
            width={width - 10}
            y={96 - (count / most) * 78}
            height={(count / most) * 78}
            rx={3}
          />
          <text x={at * width + width / 2} y={112}>
            {step}
          </text>
          <text x={at * width + width / 2} y={90 - (count / most) * 78}>
            {count}
          </text>
        </g>
      ))}
    </svg>
  )
}
