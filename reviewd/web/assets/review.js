// What scripts add to the pages. Every journey works without them.
import { Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation } from 'govuk-frontend'
import { keepDrafts } from './drafts.js'
import { watchSession } from './session.js'

// GOV.UK Frontend looks for this mark before it does anything; its own template sets it inline, which we forbid.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const Part of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation]) {
  for (const place of document.querySelectorAll(`[data-module="${Part.moduleName}"]`)) new Part(place)
}

// Paper has no folds: what is folded away opens for the print, and closes after it.
let opened = []
window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')]
  for (const fold of opened) fold.open = true
})
window.addEventListener('afterprint', () => {
  for (const fold of opened) fold.open = false
})
for (const button of document.querySelectorAll('[data-review-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

for (const button of document.querySelectorAll('[data-review-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.reviewCopy)
    await navigator.clipboard.writeText(from.value ?? from.textContent)
    button.parentElement.querySelector('[data-review-copied]').textContent = 'Copied'
  })
}

keepDrafts()
watchSession()
