import { type Block, codeWord, column, type Document, paragraph, phrase, type Section } from './document.ts'

/** The verdict, its grounds, and what is asked, as blocks that every renderer writes under the title. */
export const firstBlocks = ({ headline, verdict, asks = [] }: Document): readonly Block[] => [
  ...(headline === undefined ? [] : [{ kind: 'paragraph' as const, text: headline }]),
  ...(verdict === undefined
    ? []
    : [
        paragraph('verdict.is', { verdict: codeWord('verdict', verdict.is) }),
        { kind: 'bullets' as const, items: verdict.grounds },
      ]),
  ...(asks.length === 0
    ? []
    : [
        paragraph('asks.heading'),
        {
          kind: 'table' as const,
          columns: [
            column('asks.decision'),
            column('summary.amount', 'end'),
            column('summary.askedBy'),
            column('evaluation.column.due'),
          ],
          rows: asks.map(({ decision, amount, askedBy, due }) => {
            const none = { phrase: phrase('value.none') }
            return [decision, amount ?? none, askedBy ?? none, due ?? none]
          }),
        },
      ]),
]

/** The sections of a document in the order they are read: the appendix last, under its own name. */
export const sectionsOf = ({ sections, appendix = [] }: Document): readonly Section[] => [
  ...sections,
  ...appendix.map(({ heading, blocks }) => ({
    heading: phrase('appendix.heading', { heading: { phrase: heading } }),
    blocks,
  })),
]
