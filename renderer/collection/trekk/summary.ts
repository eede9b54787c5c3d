import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { formatAccountNumber, parseAccountNumber } from '../../../shared/identity/accountNumber.ts';
import { formatOrganisationNumber } from '../../../shared/identity/organisationNumber.ts';
import { formatKroner, sum } from '../../../shared/money.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { ActContent, Trekk } from '../../../shared/utlegg/trekk.ts';
import type { DraftPeriod, TrekkClaim, TrekkPayer } from '../../../shared/utlegg/trekkContent.ts';
import { percentText } from './act/typed.ts';
import { changeReasonText, endReasonText } from './trekkText.ts';

/** One thing the review says in plain words: what it is, and each sentence about it. */
export interface Said {
  readonly name: string;
  readonly sentences: readonly string[];
}

type Whom = Pick<Trekk, 'debtorName' | 'maskedId' | 'registered'>;

/** Who, what, from when, how much, by whom and in which order, as sentences. The claims themselves stand in a table beside it. */
export function summaryOf(text: Text, whom: Whom, what: ActContent): Said[] {
  const { summary: words } = text.trekk;
  const who: Said = {
    name: words.who,
    sentences: [whom.debtorName === '' ? whom.maskedId : `${whom.debtorName}, ${whom.maskedId}`],
  };
  return [who, ...kindSummary(text, whom, what)].filter(({ sentences }) => sentences.length > 0);
}

function kindSummary(text: Text, { registered }: Whom, what: ActContent): Said[] {
  const { summary: words } = text.trekk;
  switch (what.kind) {
    case 'registrer': {
      const { decisionDate, noticeDate, waiting, samordning } = what.content;
      return [
        { name: words.what, sentences: [waiting ? words.registersWaiting : words.registers] },
        {
          name: words.decided,
          sentences: [
            words.decidedOn(formatDate(decisionDate)),
            ...(noticeDate ? [words.noticeSent(formatDate(noticeDate))] : []),
          ],
        },
        ...termsSummary(text, what.content),
        ...(samordning
          ? [
              {
                name: words.samordning,
                sentences: [
                  text.trekk.samordningskonklusjoner[samordning.conclusion],
                  ...(samordning.assessment === '' ? [] : [samordning.assessment]),
                  ...(samordning.told.length > 0 ? [words.told(samordning.told.join(', '))] : []),
                ],
              },
            ]
          : []),
      ];
    }
    case 'endre': {
      const { reason, date, explanation } = what.content;
      return [
        { name: words.what, sentences: [words.changes(changeReasonText(text, reason), formatDate(date))] },
        ...written(words.because, explanation),
        ...termsSummary(text, what.content),
      ];
    }
    case 'avslutt': {
      const { reason, lastDay, explanation, transferredTo } = what.content;
      const removes = reason === 'feilregistrert';
      return [
        { name: words.what, sentences: [removes ? words.removes : words.ends(endReasonText(text, reason))] },
        ...(removes ? [] : [{ name: words.lastDay, sentences: [words.lastDayIs(formatDate(lastDay))] }]),
        ...written(words.because, explanation),
        ...(transferredTo === null ? [] : [{ name: words.transferred, sentences: [transferredTo] }]),
        ...(registered
          ? [{ name: words.wasDeducted, sentences: periodSentences(text, registered.terms.periods) }]
          : []),
      ];
    }
    case 'beslutning': {
      const { decisionDate, earlierDecisionDate, signedBy, contact, district, payment, document, claims } =
        what.content;
      return [
        { name: words.what, sentences: [words.decides, words.sizeByOthers] },
        {
          name: words.decided,
          sentences: [
            words.decidedOn(formatDate(decisionDate)),
            ...(earlierDecisionDate ? [words.earlier(formatDate(earlierDecisionDate))] : []),
          ],
        },
        prioritySaid(text, claims),
        { name: words.signed, sentences: [[signedBy, contact.email, contact.phone].filter(Boolean).join(', ')] },
        ...(district ? [{ name: words.district, sentences: [district.name, district.reason] }] : []),
        { name: words.attached, sentences: document ? [document.fileName] : [words.nothingAttached] },
        paymentSaid(text, payment),
      ];
    }
  }
}

const written = (name: string, sentence: string): Said[] => (sentence === '' ? [] : [{ name, sentences: [sentence] }]);

interface Terms {
  readonly periods: readonly DraftPeriod[];
  readonly payer: TrekkPayer;
  readonly claims: readonly TrekkClaim[];
  readonly payment: { readonly account: string; readonly kid: string };
}

/** What is deducted by whom, and where it goes. */
export const termsSummary = (text: Text, { periods, payer, claims, payment }: Terms): Said[] => [
  { name: text.trekk.summary.howMuch, sentences: periodSentences(text, periods) },
  {
    name: text.trekk.summary.payer,
    sentences: [
      text.trekk.summary.deducts(
        payer.name === '' ? numberOf(payer) : `${payer.name} (${numberOf(payer)})`,
        text.trekkRules.pays[payer.pays].toLowerCase(),
      ),
    ],
  },
  prioritySaid(text, claims),
  paymentSaid(text, payment),
];

const numberOf = ({ organisationNumber }: TrekkPayer): string => formatOrganisationNumber(organisationNumber);

/** «3 400 kr i måneden fra 01.12.2026 til 30.11.2028», one for each period. */
export const periodSentences = ({ trekk }: Text, periods: readonly DraftPeriod[]): string[] =>
  periods.map(({ from, to, amount, percent }) => {
    const { summary: words } = trekk;
    const size =
      amount !== null
        ? words.amount(formatKroner(amount))
        : percent !== null
          ? words.percent(percentText(percent))
          : words.noSize;
    return words.period(size, dateOr(from, words.noDate), dateOr(to, words.noDate));
  });

const dateOr = (date: IsoDate | null, otherwise: string): string => (date === null ? otherwise : formatDate(date));

function prioritySaid({ trekk }: Text, claims: readonly TrekkClaim[]): Said {
  const { summary: words } = trekk;
  const letters = [...new Set(claims.map(({ letter }) => letter))].filter((letter) => letter !== null).toSorted();
  const left = sum(claims.map(({ remaining }) => remaining));
  return {
    name: words.claims,
    sentences: [
      words.claimsLeft(claims.length, formatKroner(left)),
      letters.length === 0 ? words.noLetters : words.letters(letters.join(', ')),
      ...(claims.some(({ order }) => order !== null) ? [words.ordered] : []),
    ],
  };
}

function paymentSaid({ trekk }: Text, { account, kid }: { readonly account: string; readonly kid: string }): Said {
  const { summary: words } = trekk;
  const read = parseAccountNumber(account);
  const shown = read.ok ? formatAccountNumber(read.value) : account;
  return {
    name: words.payment,
    sentences: [
      [shown === '' ? words.noAccount : words.account(shown), ...(kid === '' ? [] : [words.kid(kid)])].join(', '),
    ],
  };
}
