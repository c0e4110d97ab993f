import { render } from 'preact'
import { App } from './app.tsx'

const root = document.querySelector('#app')
if (root !== null) render(<App />, root)
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('first-view')))
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  window.addEventListener('load', () => setTimeout(() => navigator.serviceWorker.register('./sw.js'), 1500))
