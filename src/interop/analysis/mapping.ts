/** The meaning of the columns of a sheet, for whoever has a table and no system. */
import type { MetricResult } from '../../metrics/index.ts'
import type { SurveyLayout } from '../surveys/layout.ts'

/** The meaning of one column. */
export type ColumnMeaning =
  /** An answer on a scale of whole numbers. `values`: numbers of its texts; `reversed`: agreement is at the low end. */
  | {
      readonly is: 'scale'
      readonly min: number
      readonly max: number
      readonly reversed?: boolean
      readonly values?: Readonly<Record<string, number>>
      /** Columns with one name here are a subscale: their mean and their reliability are told. */
      readonly subscale?: string
    }
  /** How likely they would recommend it, 0 to 10. */
  | { readonly is: 'recommendation' }
  /** One option of several: its texts, or those that are there. */
  | { readonly is: 'choice'; readonly options?: readonly string[] }
  /** Several options in one cell, with `separator` between: `;` unless said. */
  | { readonly is: 'choices'; readonly options?: readonly string[]; readonly separator?: string }
  /** A number, in a unit that may stand beside it. */
  | { readonly is: 'number'; readonly unit?: string; readonly decimalMark?: '.' | ',' }
  /**
   * A score of a test. `85` and `85%` are percent, `0.85` is a `fraction`, points are out of a maximum: say which. Before
   * and after are paired by row.
   */
  | {
      readonly is: 'score'
      readonly test: string
      readonly when: 'before' | 'after'
      readonly written: 'percent' | 'fraction' | { readonly pointsOutOf: number }
      readonly decimalMark?: '.' | ','
    }
  /**
   * A measure in its own unit, before or after: errors a week, minutes a case, revenue. `of` is its name. Before and after are
   * paired by row.
   */
  | {
      readonly is: 'measure'
      readonly of: string
      readonly when: 'before' | 'after'
      readonly unit?: string
      readonly decimalMark?: '.' | ','
    }
  /**
   * The arm of the person: trained or not, by the texts that say so: 1, yes, trained, 培训组 and 0, no, control, 对照组, unless others are
   * given. Scores and measures are compared by it. `assigned: 'units'`: each was trained or not by itself, and not with a team; without that, and without a
   * column that is the `team`, differences have no interval. One column at most.
   */
  | {
      readonly is: 'arm'
      readonly treated?: readonly string[]
      readonly control?: readonly string[]
      readonly assigned?: 'units'
    }
  /** The team that was trained, or was not, as a whole. One column at most. */
  | { readonly is: 'team' }
  /** A count of people in a row that is of many: a class, a month, a site. Two of them are a share: passed of assessed. */
  | {
      readonly is: 'count'
      readonly of: 'invited' | 'answered' | 'ended' | 'completed' | 'assessed' | 'passed'
    }
  /** Whether somebody passed, completed or applied it, by the texts that say so: 1, yes, true, 是, unless others are given. */
  | {
      readonly is: 'outcome'
      readonly of: 'passed' | 'completed'
      readonly yes?: readonly string[]
      readonly no?: readonly string[]
    }
  /** Money, in whole units with decimals: `1,234.50`. Its sum is a benefit or a cost of the program. */
  | { readonly is: 'benefit' | 'cost'; readonly currency: string; readonly decimalMark?: '.' | ',' }
  /** The department or group of the person: answers are told by it. One column at most. */
  | { readonly is: 'group' }
  /** The id of the person, as text or number: of several rows of one person the first is taken. One column at most. */
  | { readonly is: 'person' }

/** The meaning of the columns by their headings; a column that is not named is not read. */
export type SummaryMapping = {
  readonly columns: Readonly<Record<string, ColumnMeaning>>
  /** Rows of headings, where it is not the first row alone: as in a layout of `readSurvey`. */
  readonly headings?: SurveyLayout['headings']
  /** Texts that mean "no answer", beside the empty cell. */
  readonly blanks?: readonly (string | number)[]
  /** Nothing is told of fewer people than this: 5 unless said; 1 tells everything. */
  readonly k?: number
}

/** Why a figure applies: the kind of column it was made of. */
export type SummaryReason =
  | 'scale'
  | 'subscale'
  | 'recommendation'
  | 'options'
  | 'number'
  | 'scores'
  | 'measure'
  | 'arms'
  | 'outcome'
  | 'counts'
  | 'money'

/** A figure of a sheet. */
export type SummaryFigure = {
  /** Its id in the catalog (`metricCatalog`). */
  readonly metric: string
  /** The headings it is made of. */
  readonly columns: readonly string[]
  readonly because: SummaryReason
  /** The subscale, option or test it is about. */
  readonly of?: string
  /** The group it is about; nothing for everybody. */
  readonly group?: string
  readonly result: MetricResult
}
