/** The mentoring example as it stands in the repository, and the laws beside it. */
import commands from '../../custom-workflow/commands.ts?raw'
import decisions from '../../custom-workflow/decisions.ts?raw'
import events from '../../custom-workflow/events.ts?raw'
import index from '../../custom-workflow/index.ts?raw'
import policies from '../../custom-workflow/policies.ts?raw'
import state from '../../custom-workflow/state.ts?raw'
import laws from './laws.ts?raw'
import type { Files } from './run-laws.ts'

export const files: Files = {
  'decisions.ts': decisions,
  'laws.ts': laws,
  'state.ts': state,
  'policies.ts': policies,
  'commands.ts': commands,
  'events.ts': events,
  'index.ts': index,
}
