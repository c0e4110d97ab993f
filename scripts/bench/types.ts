/**
 * What a consumer's compiler pays for our types: a program that assembles the lifecycle and asks one command, checked
 * against the built declarations, beside the same program against a plain interface of just what it uses.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { medianOf, tell } from './compare.ts'

const root = resolve('.')
const built = join(root, 'dist/index.d.ts')

const consumer = `import { assemble, createLedger, isAccepted, lifecycle } from 'training-ops'
const ledger = createLedger(assemble(lifecycle))
const verdict = ledger.execute({
  type: 'OpenEnrolment',
  data: { at: '2026-03-01T01:00:00.000Z', offeringId: 'o-1' },
  metadata: { commandId: 'c-1' },
})
export const told: string = isAccepted(verdict) ? verdict.right.map(({ type }) => type).join() : verdict.left.code
`
const plain = `export interface Command { type: string; data: object; metadata: { commandId: string } }
export interface DomainEvent { type: string; data: object }
export interface Rejection { code: string }
export interface Refused { _tag: 'Left'; left: Rejection }
export interface Accepted { _tag: 'Right'; right: readonly DomainEvent[] }
export interface Module { name: string }
export interface TrainingSystem { modules: readonly Module[] }
export interface Ledger { execute(command: Command): Refused | Accepted }
export declare const lifecycle: readonly Module[]
export declare function assemble(modules: readonly Module[]): TrainingSystem
export declare function createLedger(training: TrainingSystem): Ledger
export declare function isAccepted(verdict: Refused | Accepted): verdict is Accepted
`

if (!existsSync(built))
  console.log('types: not measured, there is no dist/index.d.ts; run npm run build first')
else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-types-'))
  const program = join(folder, 'consumer.ts')
  const interfaces = join(folder, 'plain.d.ts')
  writeFileSync(program, consumer)
  writeFileSync(interfaces, plain)

  const check = (declarations: string): { readonly ms: number; readonly instantiations: number } => {
    const start = performance.now()
    const checked = ts.createProgram([program], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
      paths: { 'training-ops': [declarations], '*': [join(root, 'node_modules/*')] },
    })
    const wrong = ts.getPreEmitDiagnostics(checked).map(({ messageText }) => messageText)
    if (wrong.length > 0) throw new Error(`bench: the consumer does not compile: ${JSON.stringify(wrong[0])}`)
    return { ms: performance.now() - start, instantiations: checked.getInstantiationCount() }
  }

  const [ours, theirs] = [[], []] as [number[], number[]]
  let counts = [0, 0] as readonly [number, number]
  for (let round = -1; round < 5; round++) {
    const [one, other] = [check(built), check(interfaces)]
    counts = [one.instantiations, other.instantiations]
    if (round < 0) continue
    ours.push(one.ms)
    theirs.push(other.ms)
  }
  rmSync(folder, { recursive: true })
  const sides = { of: 'dist/index.d.ts', to: 'plain interfaces', goal: 1.2 }
  const [one, other] = [medianOf(ours), medianOf(theirs)]
  tell({
    name: 'type-checking a consumer / against plain interfaces',
    ...sides,
    ratio: Number((one / other).toPrecision(3)),
    measured: `${one.toFixed(0)} ms / ${other.toFixed(0)} ms`,
  })
  tell({
    name: 'type instantiations of a consumer / against plain interfaces',
    ...sides,
    ratio: Number((counts[0] / Math.max(1, counts[1])).toPrecision(3)),
    measured: `${counts[0]} / ${counts[1]}`,
  })
}
