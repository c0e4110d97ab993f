/** Writes `answers.csv`: 500 rows of made-up answers, the same each time. `npx tsx examples/analyse-a-survey/sample/make.ts` */
import { writeFileSync } from 'node:fs'

let state = 20
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 4_294_967_296
}
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
const answer = (least: number): string =>
  random() < 0.06 ? '' : String(Math.min(5, least + Math.floor(random() * 3)))
const headings =
  'Employee,Department,Clear,Useful,Confusing,Trainer,Recommend,Topics,Hours practised,Pre-test,Post-test,Passed,Advice'
const rows = Array.from({ length: 500 }, (_, at) => {
  const before = 30 + Math.floor(random() * 40)
  const after = Math.min(100, before + 5 + Math.floor(random() * 35))
  const topics = pick(['Safety', 'Talk', 'Safety;Talk', 'Safety;Sales', ''])
  return [
    String(at + 1).padStart(6, '0'),
    at < 3 ? 'Legal' : pick(['Assembly', 'Sales', 'Research', 'Service']),
    answer(3),
    answer(2),
    answer(1),
    answer(3),
    String(Math.floor(random() * 5) + 6),
    topics,
    `${(random() * 6).toFixed(1)} h`,
    `${before}%`,
    random() < 0.1 ? '' : `${after}%`,
    after >= 60 ? 'yes' : 'no',
    '',
  ].join(',')
})
writeFileSync(new URL('answers.csv', import.meta.url), `\ufeff${[headings, ...rows].join('\r\n')}\r\n`)
