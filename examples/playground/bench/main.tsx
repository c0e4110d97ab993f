import { render } from 'preact'
import { BenchPage } from './bench-page.tsx'

const root = document.querySelector('#app')
if (root !== null) render(<BenchPage />, root)
