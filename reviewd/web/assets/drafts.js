// Keeps what somebody types, a minute after it changed. Only typing counts as being there: a form that lies open keeps
// no session alive.
const everyMinute = 60 * 1000

export async function keepNow(form) {
  const body = new URLSearchParams(new FormData(form))
  body.set('do', 'quietly')
  try {
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'error' })
    if (!answer.ok) return false
    const { draft } = await answer.json()
    const place = form.querySelector('input[name="draft"]')
    if (place && draft) place.value = draft
    return true
  } catch {
    return false
  }
}

export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-review-draft]')) {
    const said = document.createElement('p')
    said.className = 'govuk-body-s review-secondary'
    said.setAttribute('role', 'status')
    form.append(said)
    form.addEventListener('input', () => (form.dataset.changed = 'yes'))
    form.addEventListener('submit', () => delete form.dataset.changed)
    setInterval(async () => {
      if (!form.dataset.changed) return
      delete form.dataset.changed
      if (await keepNow(form)) {
        const time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
        said.textContent = `Your answers were kept at ${time}. Nothing is recorded yet.`
      } else {
        form.dataset.changed = 'yes'
      }
    }, everyMinute)
  }
}
