import { useEffect, useRef, useState } from 'preact/hooks'
import { Page } from '../ui/page.tsx'
import { pick, preferredTongue, type Tongue } from '../ui/words.ts'
import type { Words } from '../worker/protocol.ts'
import { breaks } from './breaks.ts'
import { files as original } from './files.ts'
import type { Files, Lab, LawResult } from './run-laws.ts'

const words = {
  lead: [
    'The rules of the mentoring example, as they stand in the repository. Change one, and let the kit live hundreds of lives by it: a law that is broken is told as a story.',
    '师徒带教示例的规则，与代码库中完全一致。改动一条，让测试工具按它演绎数百段经历：被打破的法则会以故事讲出来。',
  ],
  file: ['File', '文件'],
  breakIt: ['Break a rule', '打破一条规则'],
  restore: ['As it was', '恢复原样'],
  run: ['Run the laws', '运行法则'],
  stop: ['Stop', '停止'],
  running: ['Running …', '正在运行……'],
  results: ['Laws', '法则'],
  none: ['The laws stand here once they were run.', '运行后，法则显示在这里。'],
  all: ['All {n} laws hold.', '{n} 条法则全部成立。'],
  some: ['{broken} of {n} laws are broken.', '{n} 条法则中有 {broken} 条被打破。'],
  wrong: ['That cannot be run: {why}', '无法运行：{why}'],
  local: [
    'The text runs in a worker of this browser, and is sent nowhere.',
    '代码只在本浏览器的 worker 中运行，不会发送到任何地方。',
  ],
} as const satisfies Readonly<Record<string, Words>>

const names = Object.keys(original)

export const LabPage = () => {
  const [tongue, setTongue] = useState<Tongue>(preferredTongue)
  const [files, setFiles] = useState<Files>(original)
  const [shown, setShown] = useState(names[0] ?? '')
  const [laws, setLaws] = useState<readonly LawResult[]>([])
  const [wrong, setWrong] = useState<string>()
  const [isDone, setDone] = useState(false)
  const worker = useRef<Worker>(undefined)
  const [isRunning, setRunning] = useState(false)
  const tell = (name: keyof typeof words, gaps: Readonly<Record<string, string | number>> = {}) =>
    pick(words[name], tongue).replace(/\{(\w+)\}/g, (_, gap: string) => String(gaps[gap] ?? ''))
  const stop = () => {
    worker.current?.terminate()
    worker.current = undefined
    setRunning(false)
  }
  useEffect(() => stop, [])
  const run = (now: Files) => {
    stop()
    setLaws([])
    setWrong(undefined)
    setDone(false)
    setRunning(true)
    const started = new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    started.addEventListener('message', ({ data }: MessageEvent<{ readonly law: LawResult } | Lab>) => {
      if ('law' in data) {
        setLaws((before) => [...before, data.law])
        return
      }
      if ('wrong' in data) setWrong(data.wrong)
      else setDone(true)
      stop()
    })
    started.addEventListener('error', ({ message }) => {
      setWrong(message)
      stop()
    })
    started.postMessage({ files: now, isChinese: tongue === 'zh' })
  }
  const edit = (text: string) => setFiles({ ...files, [shown]: text })
  const broken = laws.filter(({ holds }) => !holds)
  return (
    <Page tongue={tongue} onTongue={setTongue} here="lab" title="lab" lead={tell('lead')}>
      <div class="two">
        <section class="card" aria-label={tell('file')}>
          <p class="chips files">
            {names.map((name) => (
              <button key={name} type="button" aria-pressed={name === shown} onClick={() => setShown(name)}>
                {name}
                {files[name] === original[name] ? '' : ' *'}
              </button>
            ))}
          </p>
          <textarea
            class="editor"
            aria-label={shown}
            spellcheck={false}
            autocapitalize="off"
            rows={26}
            value={files[shown]}
            onInput={({ currentTarget: { value } }) => edit(value)}
          />
          <p class="actions">
            <button type="button" class="main" onClick={() => (isRunning ? stop() : run(files))}>
              {tell(isRunning ? 'stop' : 'run')}
            </button>
            <button type="button" class="quiet" onClick={() => setFiles(original)}>
              {tell('restore')}
            </button>
          </p>
          <h2 class="small">{tell('breakIt')}</h2>
          <p class="chips">
            {breaks.map(({ words: name, from, to }) => (
              <button
                key={from}
                type="button"
                onClick={() => {
                  const now = {
                    ...original,
                    'decisions.ts': (original['decisions.ts'] ?? '').replace(from, to),
                  }
                  setFiles(now)
                  setShown('decisions.ts')
                  run(now)
                }}
              >
                {pick(name, tongue)}
              </button>
            ))}
          </p>
          <p class="sub">{tell('local')}</p>
        </section>
        <section class="card answer" aria-live="polite" aria-busy={isRunning} aria-labelledby="laws">
          <h2 id="laws">{tell('results')}</h2>
          {wrong === undefined ? null : (
            <p class="failure" role="alert">
              {tell('wrong', { why: wrong })}
            </p>
          )}
          {isDone ? (
            <p class={broken.length === 0 ? 'verdict yes' : 'verdict no'} data-testid="laws">
              {broken.length === 0
                ? tell('all', { n: laws.length })
                : tell('some', { broken: broken.length, n: laws.length })}
            </p>
          ) : (
            <p class="empty">{tell(isRunning ? 'running' : 'none')}</p>
          )}
          <ul class="laws">
            {[...broken, ...laws.filter(({ holds }) => holds)].map(({ name, holds, story }) => (
              <li key={name}>
                <span class={holds ? 'yes' : 'no'} aria-hidden="true">
                  {holds ? '✓' : '✗'}
                </span>{' '}
                {name}
                {story === undefined ? null : <pre tabIndex={0}>{story}</pre>}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}
