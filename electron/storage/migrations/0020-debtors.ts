import type { Migration } from '../migrate.ts';

/** The collection desk's cases, with what is entered about a debtor as JSON of shared/garnishment, and what was looked up. */
export const debtors: Migration = {
  version: 20,
  up: (file) =>
    file.exec(`
      create table debtorCases (
        id text primary key,
        version integer not null,
        caseNumber text not null,
        nationalId text not null,
        legalGrounds text not null,
        purpose text not null,
        language text not null,
        decisionDate text not null,
        condition text not null,
        status text not null,
        claims text not null,
        notices text not null,
        answers text not null,
        household text,
        choices text not null,
        createdAt text not null,
        createdBy text not null,
        updatedAt text not null
      ) strict;
      create index debtorCasesByNationalId on debtorCases (nationalId);

      create table debtorLookups (
        id text primary key,
        caseId text not null references debtorCases (id) on delete cascade,
        at text not null,
        state text not null,
        lookup text not null,
        environment text not null,
        raw text,
        rawExpiresOn text
      ) strict;
      create index debtorLookupsByCase on debtorLookups (caseId, at);
      create index debtorLookupsByExpiry on debtorLookups (rawExpiresOn) where raw is not null;
    `),
};
