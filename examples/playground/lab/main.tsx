import { render } from 'preact'
import { LabPage } from './lab-page.tsx'

const root = document.querySelector('#app')
if (root !== null) render(<LabPage />, root)
