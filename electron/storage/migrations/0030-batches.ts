import type { Migration } from '../migrate.ts';

/** Lists of debtors to be looked up together, what is to be asked about each, and what was answered. */
export const batches: Migration = {
  version: 30,
  up: (file) =>
    file.exec(`
      create table batches (
        id text primary key,
        name text,
        createdAt text not null,
        createdBy text not null,
        status text not null,
        stoppedBy text,
        mapping text not null,
        firstRecord text not null,
        blank integer not null,
        topics text not null,
        fromMonth text,
        toMonth text,
        startedAt text
      ) strict;

      create table batchRows (
        batchId text not null references batches (id) on delete cascade,
        position integer not null,
        line integer not null,
        cells text not null,
        corrections text not null,
        caseNumber text not null,
        written text not null,
        person text,
        repaired text,
        purpose text,
        purposeWritten text not null,
        problems text not null,
        sameAs integer,
        state text not null,
        answeredAt text,
        gross integer,
        net integer,
        payers integer,
        mainPayer text,
        mainPayerName text,
        taxYear integer,
        assets integer,
        newRules integer check (newRules in (0, 1)),
        runningTrekk integer,
        caseId text,
        primary key (batchId, position)
      ) strict;
      create index batchRowsByState on batchRows (batchId, state);

      create table batchQuestions (
        batchId text not null,
        position integer not null,
        source text not null,
        fromMonth text,
        toMonth text,
        year integer,
        state text not null,
        errorCode text,
        lookup text,
        environment text,
        raw text,
        rawExpiresOn text,
        primary key (batchId, position, source),
        foreign key (batchId, position) references batchRows (batchId, position) on delete cascade
      ) strict;
      create index batchQuestionsByState on batchQuestions (batchId, state, source, position);
      create index batchQuestionsByExpiry on batchQuestions (rawExpiresOn) where raw is not null;
    `),
};
