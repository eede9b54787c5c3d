import { addDays, type IsoDate } from '../dates.ts';

/** `none`, or the nearest limit passed: at most 60, 30 or 7 days of validity left, or expired. */
export type ExpiryNotice = 'none' | '60' | '30' | '7' | 'expired';

/**
 * What to say about a certificate or key on a day. `validTo` is the last day it can be used: that day itself is `7`, the day after `expired`.
 * The steps leave time to order a new one from Buypass or Commfides (issue 2, section 3).
 */
export function expiryNotice(validTo: IsoDate, today: IsoDate): ExpiryNotice {
  if (today > validTo) return 'expired';
  if (addDays(today, 7) >= validTo) return '7';
  if (addDays(today, 30) >= validTo) return '30';
  if (addDays(today, 60) >= validTo) return '60';
  return 'none';
}
