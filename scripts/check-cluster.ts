/** The example of several processes on NATS JetStream: its types and its test. `npm run check:cluster`. */
import { checkExample } from './check-example.ts'
import { clusterFolder } from './install-packages.ts'

await checkExample(clusterFolder, 'a cluster on NATS')
