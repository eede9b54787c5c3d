import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../dates.ts';
import { type DeadlineInput, deadlinesOf, stopsOn } from './deadlines.ts';

const date = (text: string) => text as IsoDate;
const fee: DeadlineInput = {
  dueDate: date('2024-03-20'),
  hasLegalPant: true,
  notice: { sentOn: date('2026-02-02'), answerBy: date('2026-02-23') },
  answersOn: [],
  decidedOn: null,
};

describe('deadlines (fagregler.md G6)', () => {
  it('1–3: legal pant, limitation and the answer deadline', () => {
    expect(deadlinesOf(fee)).toMatchObject({
      legalPantEnds: '2026-03-20',
      limitation: '2036-02-02',
      limitationBecause: 'notice',
      earliestAnswerBy: '2026-02-23',
    });
    expect(deadlinesOf({ ...fee, notice: null })).toMatchObject({
      limitation: '2027-03-20',
      limitationBecause: 'dueDate',
    });
  });

  it('4: no answer: a fresh notice from 24 April', () => {
    expect(stopsOn(date('2026-04-23'), fee)).toEqual([]);
    expect(stopsOn(date('2026-04-24'), fee)).toEqual(['fresh-notice-needed']);
  });

  it('5: an answer on 10 March moves it to 11 May', () => {
    const answered = { ...fee, answersOn: [date('2026-03-10')] };
    expect(stopsOn(date('2026-05-05'), answered)).toEqual([]);
    expect(stopsOn(date('2026-05-10'), answered)).toEqual([]);
    expect(stopsOn(date('2026-05-11'), answered)).toEqual(['fresh-notice-needed']);
  });

  it('an early answer does not shorten the time after the deadline', () => {
    expect(stopsOn(date('2026-04-23'), { ...fee, answersOn: [date('2026-02-05')] })).toEqual([]);
  });

  it('stops a decision without a notice, with too short a notice, and before the time to answer is over', () => {
    expect(stopsOn(date('2026-03-01'), { ...fee, notice: null })).toEqual(['no-notice']);
    const short = { ...fee, notice: { sentOn: date('2026-02-02'), answerBy: date('2026-02-22') } };
    expect(stopsOn(date('2026-02-23'), short)).toEqual(['answer-time-too-short', 'answer-time-not-over']);
    expect(stopsOn(date('2026-02-23'), fee)).toEqual(['answer-time-not-over']);
    expect(stopsOn(date('2026-02-24'), fee)).toEqual([]);
  });

  it('a notice sent after the claim was foreldet does not revive it', () => {
    const late = { ...fee, notice: { sentOn: date('2027-03-21'), answerBy: date('2027-04-12') } };
    expect(deadlinesOf(late)).toMatchObject({ limitation: '2027-03-20', limitedBeforeNotice: true });
    expect(stopsOn(date('2027-04-20'), late)).toEqual(['foreldet']);
    const lastDay = { ...fee, notice: { sentOn: date('2027-03-20'), answerBy: date('2027-04-12') } };
    expect(stopsOn(date('2027-04-20'), lastDay)).toEqual([]);
  });

  it('the claim must be confirmed a year after the decision', () => {
    expect(deadlinesOf({ ...fee, decidedOn: date('2026-03-02') }).confirmBy).toBe('2027-03-02');
  });
});
