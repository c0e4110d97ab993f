/** The example is tested where it stands, in under 80 lines as its guide promises. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import '../../examples/custom-workflow/mentoring.test.ts'

test('a workflow of one’s own is tested in under 80 lines', () => {
  const lines = readFileSync('examples/custom-workflow/mentoring.test.ts', 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeLessThan(80)
})
