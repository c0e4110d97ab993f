/** How the meanings of fields are published: each sentence once, and the Chinese ones in the order of the English ones. */
import type { Plugin } from 'esbuild'
import { chineseFieldMeanings } from '../src/interop/chinese-field-meanings.ts'
import { fieldMeanings } from '../src/interop/field-meanings.ts'

type Tree = { readonly [key: string]: Tree | string }
type Numbers = { readonly [key: string]: Numbers | number }

const sentences: string[] = []
const numberOf = (sentence: string): number => {
  const at = sentences.indexOf(sentence)
  return at < 0 ? sentences.push(sentence) - 1 : at
}
const numbered = (tree: Tree): Numbers =>
  Object.fromEntries(
    Object.entries(tree).map(([key, said]) => [
      key,
      typeof said === 'string' ? numberOf(said) : numbered(said),
    ]),
  )
const numbers = numbered(fieldMeanings)

const contents: Readonly<Record<string, string>> = {
  'field-meanings.ts': `
    export const sentences = ${JSON.stringify(sentences)}
    const told = (tree) => typeof tree === 'number' ? sentences[tree] :
      Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, told(value)]))
    export const fieldMeanings = told(${JSON.stringify(numbers)})`,
  'chinese-field-meanings.ts': `
    import { sentences } from './field-meanings.ts'
    const paired = (chinese) => Object.fromEntries(sentences.map((sentence, at) => [sentence, chinese[at]]))
    export const chineseFieldMeanings = paired(${JSON.stringify(sentences.map((said) => chineseFieldMeanings[said]))})`,
}

export const meaningsOnce: Plugin = {
  name: 'meanings once',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/interop\/(chinese-)?field-meanings\.ts$/ }, ({ path }) => ({
      contents: contents[path.replace(/.*\//, '')] ?? '',
      loader: 'js',
    }))
  },
}
