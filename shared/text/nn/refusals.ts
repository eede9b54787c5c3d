import type { refusals as nb } from '../nb/refusals.ts';

export const refusals: typeof nb = {
  switch: (name) => `Saksbord: valet ${name} er ikkje tillate. Programmet blir ikkje starta.`,
  seal: {
    missing: {
      title: 'Saksbord er ikkje fullstendig installert',
      explained:
        'Seglet som viser at programfilene er ekte, manglar. Programmet blir ikkje starta. Kontakt IT, som må installere det på nytt.',
    },
    forged: {
      title: 'Seglet på programfilene er ikkje ekte',
      explained:
        'Det er ikkje laga av dei som lagar Saksbord. Programmet blir ikkje starta. Kontakt IT, og bruk ikkje programmet før det er undersøkt.',
    },
    broken: {
      title: 'Programfilene er endra',
      explained:
        'Dei er ikkje slik dei var då Saksbord blei laga. Programmet blir ikkje starta. Kontakt IT, og bruk ikkje programmet før det er undersøkt.',
    },
  },
};
