import type { Handling, HandlingDraft } from '../hub/log'

/** Mutes that are offered, in hours. */
export const MUTES: Record<string, { label: string; hours: number }> = {
  '1h': { label: 'For 1 hour', hours: 1 },
  '1d': { label: 'For 1 day', hours: 24 },
  '7d': { label: 'For 7 days', hours: 7 * 24 },
}

/** What the dialog holds. */
export interface Said {
  acknowledged: boolean
  note: string
  assignee: string
  /** A key of the offered mutes, `keep` for the present one, or empty. */
  mute: string
}

export function saidOf(handling: Handling | undefined, now = Date.now()): Said {
  return {
    acknowledged: handling?.acknowledgedAt !== undefined,
    note: handling?.note ?? '',
    assignee: handling?.assignee ?? '',
    mute: isMuted(handling, now) ? 'keep' : '',
  }
}

export function draftOf(said: Said, before: Handling | undefined, now = Date.now()): HandlingDraft {
  const mute = MUTES[said.mute]
  const mutedUntil = mute ? new Date(now + mute.hours * 3600000).toISOString() : said.mute === 'keep' && isMuted(before, now) ? before?.mutedUntil : undefined
  return {
    acknowledged: said.acknowledged,
    seen: before?.changedAt ?? 'none',
    ...(said.note.trim() ? { note: said.note.trim() } : {}),
    ...(said.assignee.trim() ? { assignee: said.assignee.trim() } : {}),
    ...(mutedUntil ? { mutedUntil } : {}),
  }
}

/** Whether a mute has not ended. */
export const isMuted = (handling: Handling | undefined, now = Date.now()) => handling?.mutedUntil !== undefined && Date.parse(handling.mutedUntil) > now
