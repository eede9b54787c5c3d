/** Why an installed program does not start at all. */
export const refusals = {
  switch: (name: string) => `Saksbord: valget ${name} er ikke tillatt. Programmet startes ikke.`,
  seal: {
    missing: {
      title: 'Saksbord er ikke fullstendig installert',
      explained:
        'Seglet som viser at programfilene er ekte, mangler. Programmet startes ikke. Kontakt IT, som må installere det på nytt.',
    },
    forged: {
      title: 'Seglet på programfilene er ikke ekte',
      explained:
        'Det er ikke laget av dem som lager Saksbord. Programmet startes ikke. Kontakt IT, og bruk ikke programmet før det er undersøkt.',
    },
    broken: {
      title: 'Programfilene er endret',
      explained:
        'De er ikke slik de var da Saksbord ble laget. Programmet startes ikke. Kontakt IT, og bruk ikke programmet før det er undersøkt.',
    },
  },
};
