// Says that the session is about to end, and offers to stay. Without scripts, or where the service does not tell how
// long it lasts, nothing is lost either: a form that comes too late is kept.
import { keepNow } from './drafts.js'

const warnBefore = 120
const words = {
  title: 'You are about to be signed out',
  stay: 'Stay signed in',
  out: 'Sign out'
}

const formToken = () => document.querySelector('input[name="formToken"]')?.value ?? ''

async function secondsLeft() {
  try {
    const answer = await fetch('/session', { headers: { Accept: 'application/json' }, redirect: 'error' })
    if (!answer.ok) return null
    const left = (await answer.json()).secondsLeft
    return Number.isFinite(left) ? left : null
  } catch {
    return null
  }
}

const saysLeft = (seconds) =>
  seconds > 60 ? `in ${Math.ceil(seconds / 60)} minutes` : seconds > 1 ? `in ${seconds} seconds` : 'now'

class Warning {
  constructor(watch) {
    this.watch = watch
    this.dialog = document.createElement('dialog')
    this.dialog.className = 'review-timeout'
    this.dialog.setAttribute('role', 'dialog')
    this.dialog.setAttribute('aria-modal', 'true')
    this.dialog.setAttribute('aria-labelledby', 'review-timeout-title')
    this.dialog.setAttribute('aria-describedby', 'review-timeout-says')
    this.dialog.innerHTML =
      '<h2 class="govuk-heading-m" id="review-timeout-title" tabindex="-1"></h2>' +
      '<p class="govuk-body" id="review-timeout-says">For your security you will be signed out <span aria-hidden="true" data-left></span><span class="govuk-visually-hidden" aria-live="polite" data-said></span>. What you typed into a form is kept.</p>' +
      '<div class="govuk-button-group"><button type="button" class="govuk-button" data-stay></button><button type="button" class="govuk-button govuk-button--secondary" data-out></button></div>'
    this.part('h2').textContent = words.title
    this.part('[data-stay]').textContent = words.stay
    this.part('[data-out]').textContent = words.out
    this.part('[data-stay]').addEventListener('click', () => this.stay())
    this.part('[data-out]').addEventListener('click', () => document.querySelector('form[action="/sign-out"]')?.requestSubmit())
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      this.stay()
    })
    document.body.append(this.dialog)
  }

  part(selector) {
    return this.dialog.querySelector(selector)
  }

  open(seconds) {
    this.before = document.activeElement
    this.ends = Date.now() + seconds * 1000
    this.dialog.showModal()
    this.part('h2').focus()
    this.tell()
    this.timer = setInterval(() => this.tell(), 1000)
  }

  tell() {
    const left = Math.max(0, Math.round((this.ends - Date.now()) / 1000))
    this.part('[data-left]').textContent = saysLeft(left)
    // A voice is told now and then, not every second.
    if (left % 30 === 0) this.part('[data-said]').textContent = saysLeft(left)
    if (left === 0) this.leave()
  }

  close() {
    clearInterval(this.timer)
    this.dialog.close()
    this.before?.focus()
  }

  async stay() {
    this.close()
    try {
      await fetch('/session/extend', { method: 'POST', body: new URLSearchParams({ formToken: formToken() }), redirect: 'error' })
    } catch {
      // The next look at the clock says how long is left.
    }
    this.watch()
  }

  // A form that is sent now comes too late, and so is kept for whoever signs in again.
  leave() {
    clearInterval(this.timer)
    const form = document.querySelector('form[data-review-draft]')
    if (form) {
      const button = document.createElement('button')
      button.name = 'do'
      button.value = 'later'
      button.hidden = true
      form.append(button)
      form.requestSubmit(button)
    } else {
      location.assign('/sign-in?then=' + encodeURIComponent(location.pathname))
    }
  }
}

export function watchSession() {
  if (!document.querySelector('form[action="/sign-out"]')) return
  let warning
  let timer
  const look = async () => {
    clearTimeout(timer)
    const left = await secondsLeft()
    if (left === null) return
    if (left > warnBefore) {
      timer = setTimeout(look, (left - warnBefore) * 1000)
      return
    }
    const form = document.querySelector('form[data-review-draft]')
    if (form?.dataset.changed) {
      delete form.dataset.changed
      if (await keepNow(form)) return look()
    }
    warning ??= new Warning(look)
    warning.open(left)
  }
  look()
}
