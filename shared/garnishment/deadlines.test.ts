import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../dates.ts';
import { type DeadlineInput, deadlineRules, deadlinesOf as deadlinesBy, stopsOn as stopsBy } from './deadlines.ts';

const date = (text: string) => text as IsoDate;
const notice = { sentOn: date('2026-02-02'), answerBy: date('2026-02-23') };
const fee: DeadlineInput = {
  dueDate: date('2024-03-20'),
  legalPantFrom: date('2024-03-20'),
  notices: [notice],
  answersOn: [],
};
const deadlinesOf = (input: DeadlineInput) => deadlinesBy(input, deadlineRules.new);
const stopsOn = (day: IsoDate, input: DeadlineInput) => stopsBy(day, input, deadlineRules.new).map(({ code }) => code);
const stopsUnderOld = (day: string, input: DeadlineInput) =>
  stopsBy(date(day), input, deadlineRules.old).map(({ code }) => code);

describe('deadlines (fagregler.md G6)', () => {
  it('1–3: legal pant, limitation and the answer deadline', () => {
    expect(deadlinesOf(fee)).toMatchObject({
      legalPantEnds: '2026-03-20',
      limitation: '2036-02-02',
      limitationBecause: 'notice',
      earliestAnswerBy: '2026-02-23',
    });
    expect(deadlinesOf({ ...fee, notices: [] })).toMatchObject({
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
    expect(stopsOn(date('2026-03-01'), { ...fee, notices: [] })).toEqual(['no-notice']);
    const short = { ...fee, notices: [{ ...notice, answerBy: date('2026-02-22') }] };
    expect(stopsOn(date('2026-02-23'), short)).toEqual(['answer-time-too-short', 'answer-time-not-over']);
    expect(stopsOn(date('2026-02-23'), fee)).toEqual(['answer-time-not-over']);
    expect(stopsOn(date('2026-02-24'), fee)).toEqual([]);
  });

  it('a notice sent after the claim was foreldet does not revive it', () => {
    const late = { ...fee, notices: [{ sentOn: date('2027-03-21'), answerBy: date('2027-04-12') }] };
    expect(deadlinesOf(late)).toMatchObject({ limitation: '2027-03-20', limitedBeforeNotice: true });
    expect(stopsOn(date('2027-04-20'), late)).toEqual(['foreldet']);
    const lastDay = { ...fee, notices: [{ sentOn: date('2027-03-20'), answerBy: date('2027-04-12') }] };
    expect(stopsOn(date('2027-04-20'), lastDay)).toEqual([]);
  });

  it('a later notice sets the time to answer, and starts a new period of limitation', () => {
    const again = { ...fee, notices: [{ sentOn: date('2026-06-01'), answerBy: date('2026-06-22') }, notice] };
    expect(deadlinesOf(again)).toMatchObject({
      limitation: '2036-06-01',
      decideFrom: '2026-06-23',
      renotifyFrom: '2026-08-23',
    });
  });

  it('legal pant is counted from the last instalment', () => {
    expect(deadlinesOf({ ...fee, legalPantFrom: date('2024-12-20') }).legalPantEnds).toBe('2026-12-20');
    expect(deadlinesOf({ ...fee, legalPantFrom: null }).legalPantEnds).toBeNull();
  });
});

describe('deadlines under the old rules (utleggsdatabasen.md V-07)', () => {
  const old = {
    ...fee,
    dueDate: date('2025-12-20'),
    notices: [{ sentOn: date('2026-02-02'), answerBy: date('2026-02-15') }],
  };

  it('one may decide from two weeks after the notice until a year after that', () => {
    expect(stopsUnderOld('2026-02-15', old)).toEqual(['answer-time-not-over']);
    expect(stopsUnderOld('2026-02-16', old)).toEqual([]);
    expect(stopsUnderOld('2027-02-16', old)).toEqual([]);
    expect(stopsUnderOld('2027-02-17', old)).toEqual(['fresh-notice-needed']);
  });

  it('waits for a longer time to answer that was given', () => {
    const three = { ...old, notices: [{ sentOn: date('2026-02-02'), answerBy: date('2026-02-23') }] };
    expect(stopsUnderOld('2026-02-23', three)).toEqual(['answer-time-not-over']);
  });

  it('the notice can not come before the claim is due', () => {
    expect(stopsUnderOld('2026-03-01', { ...old, dueDate: date('2026-02-03') })).toEqual(['notice-before-due']);
    expect(stopsUnderOld('2026-03-01', { ...old, dueDate: date('2026-02-02') })).toEqual([]);
  });

  it('the notice does not interrupt: the decision itself must come within three years', () => {
    const claim = { ...old, dueDate: date('2023-03-20') };
    expect(stopsUnderOld('2026-03-20', claim)).toEqual([]);
    expect(stopsUnderOld('2026-03-21', claim)).toEqual(['foreldet']);
  });
});
