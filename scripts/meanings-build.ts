/** How the meanings of fields are published: each sentence once, and the Chinese ones in the order of the English ones. */
import type { Plugin } from 'esbuild'
import { chineseFieldMeanings } from '../src/interop/chinese-field-meanings.ts'
import { fieldMeanings } from '../src/interop/field-meanings.ts'

type Meanings = Readonly<Record<string, string>>
/** Paths as a tree: a field and the fields inside it, each with the number of its sentence (its own under the empty name). */
type Tree = { [field: string]: Tree | number }

const sentences: string[] = []
const numberOf = (sentence: string): number => {
  const at = sentences.indexOf(sentence)
  return at < 0 ? sentences.push(sentence) - 1 : at
}
const treeOf = (meanings: Meanings): Tree => {
  const root: Tree = {}
  for (const [path, sentence] of Object.entries(meanings)) {
    let node = root
    for (const field of path.split('.')) {
      const inside = node[field]
      const next = typeof inside === 'object' ? inside : inside === undefined ? {} : { '': inside }
      node[field] = next
      node = next
    }
    node[''] = numberOf(sentence)
  }
  return pruned(root)
}
/** A field with nothing inside is its number alone. */
const pruned = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([field, inside]) => [
      field,
      typeof inside === 'number'
        ? inside
        : Object.keys(inside).join() === ''
          ? (inside[''] as number)
          : pruned(inside),
    ]),
  )
const ofEach = (of: Readonly<Record<string, Meanings>>) =>
  Object.fromEntries(Object.entries(of).map(([name, meanings]) => [name, treeOf(meanings)]))
const { everywhere, inRoom, ofType } = fieldMeanings
const trees = { everywhere: treeOf(everywhere), inRoom: ofEach(inRoom), ofType: ofEach(ofType) }

const contents: Readonly<Record<string, string>> = {
  'field-meanings.ts': `
    export const sentences = ${JSON.stringify(sentences)}
    const flat = (tree, path) => typeof tree === 'number' ? { [path]: sentences[tree] } :
      Object.assign({}, ...Object.entries(tree).map(([field, inside]) => flat(inside, path && field ? path + '.' + field : path || field)))
    const flatOfEach = (of) => Object.fromEntries(Object.entries(of).map(([name, tree]) => [name, flat(tree, '')]))
    const told = ({ everywhere, inRoom, ofType }) =>
      ({ everywhere: flat(everywhere, ''), inRoom: flatOfEach(inRoom), ofType: flatOfEach(ofType) })
    export const fieldMeanings = told(${JSON.stringify(trees)})`,
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
