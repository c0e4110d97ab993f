/**
 * How many mistakes the kit finds that somebody planted in a workflow, and whether it leaves the right one in peace.
 * `npx tsx --conditions=@training-ops/source scripts/planted-mistakes.ts FOLDER [runs] [lives of the right one] [world]`
 * FOLDER holds `tui.ts` (`tui(mistake)`, `tuiBugs`) and `tuiworld.ts` (`names`), as `../shared/cases/testing` does once it is copied to
 * `out/cases`. `world` is `names` (otherwise) or `none`, where the kit makes up every name itself.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { type Law, lawsOf, lawsOfUpcasters, stories, universe } from 'training-ops/testing'

const [folder = 'out/cases/testing', runsText = '300', rightText = '2000', world = 'names'] =
  process.argv.slice(2)
const runs = Number(runsText)
const seeds = [1, 2, 3, 4, 5]
const from = async (file: string) => import(pathToFileURL(resolve(folder, file)).href)
const { tui, tuiBugs } = await from('tui.ts')
const { names } = await from('tuiworld.ts')

const livesOf = (workflow: { training: never; commands: object }) =>
  stories(workflow.training, {
    only: Object.keys(workflow.commands),
    ...(world === 'none' ? {} : { in: universe(names) }),
  })
const lawsWith = (workflow: never, seed: number, many: number): readonly Law[] => {
  const { training, always, settled, until, earlier } = workflow as Record<string, never>
  return [
    ...lawsOf(
      training as never,
      { lives: livesOf(workflow) as never, always, settled, until, seed, runs: many } as never,
    ),
    ...lawsOfUpcasters(training as never, { earlier, seed } as never),
  ]
}
const broken = (laws: readonly Law[]) =>
  laws.flatMap(({ name, check }) => {
    try {
      check()
      return []
    } catch (error) {
      return [{ name, message: (error as Error).message }]
    }
  })
const cpu = () => process.cpuUsage().user / 1000

let missed = 0
for (const mistake of tuiBugs as readonly string[]) {
  const by = seeds.map((seed) => broken(lawsWith(tui(mistake) as never, seed, runs)))
  const found = by.filter((laws) => laws.length > 0).length
  if (found < seeds.length) missed++
  const laws = [...new Set(by.flatMap((one) => one.map(({ name }) => name)))]
  console.log(`${mistake.padEnd(20)} by ${found} of ${seeds.length} seeds   ${laws.join('; ')}`)
}
console.log(
  `${tuiBugs.length - missed} of ${tuiBugs.length} mistakes found by all seeds within ${runs} lives`,
)

for (const seed of seeds) {
  const right = tui('')
  const start = cpu()
  fc.sample(livesOf(right as never) as never, { numRuns: 200, seed })
  const making = cpu() - start
  const all = broken(lawsWith(right as never, seed, 200))
  const checking = cpu() - start - making
  const alarms = broken(lawsWith(right as never, seed, Number(rightText)))
  console.log(
    `seed ${seed}: ${alarms.length} alarms of the right one in ${rightText} lives; all laws cost ${(checking / making).toFixed(2)} times making the lives (${making.toFixed(0)} ms for 200)`,
  )
  for (const { name, message } of [...all, ...alarms]) console.log(name, message.slice(0, 3000))
}
