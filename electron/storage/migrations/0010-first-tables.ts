import type { Migration } from '../migrate.ts';

/** Cases with all that belongs to them, rules, settings, drafts, and the journal, whose rows can only be added. */
export const firstTables: Migration = {
  version: 10,
  up: (file) =>
    file.exec(`
      create table cases (
        id text primary key,
        version integer not null,
        caseNumber text not null,
        legalGround text not null,
        purpose text not null,
        language text not null,
        decisionDate text not null,
        informedHow text,
        informedOn text,
        status text not null,
        createdAt text not null,
        createdBy text not null,
        updatedAt text not null
      ) strict;

      create table members (
        id text primary key,
        caseId text not null references cases (id) on delete cascade,
        position integer not null,
        role text not null,
        birthDate text not null,
        nationalId text,
        lookUp integer not null check (lookUp in (0, 1)),
        countsInSize integer not null check (countsInSize in (0, 1)),
        manualPosts text not null
      ) strict;
      create index membersByCase on members (caseId, position);
      create index membersByNationalId on members (nationalId);

      create table lookups (
        id text primary key,
        caseId text not null references cases (id) on delete cascade,
        memberId text not null references members (id) on delete cascade,
        source text not null,
        fromMonth text,
        toMonth text,
        year integer,
        state text not null,
        at text not null,
        environment text not null,
        errorCode text,
        authorityCode text,
        reference text,
        income text,
        tax text,
        newestYear integer,
        raw text,
        rawExpiresOn text
      ) strict;
      create index lookupsByCase on lookups (caseId);
      create index lookupsByMember on lookups (memberId);
      create index lookupsByExpiry on lookups (rawExpiresOn) where raw is not null;

      create table choices (
        caseId text primary key references cases (id) on delete cascade,
        basis text not null,
        outcome text,
        reason text not null,
        chosenAt text not null,
        chosenBy text not null
      ) strict;

      create table rules (
        ruleId text not null,
        version integer not null,
        rule text not null,
        primary key (ruleId, version)
      ) strict;

      create table documents (
        id text primary key,
        caseId text not null references cases (id) on delete cascade,
        fileName text not null,
        sha256 text not null,
        at text not null,
        by text not null,
        outcome text not null,
        ruleId text not null,
        ruleVersion integer not null,
        foreign key (ruleId, ruleVersion) references rules (ruleId, version)
      ) strict;
      create index documentsByCase on documents (caseId, at);
      create index documentsByRule on documents (ruleId, ruleVersion);

      create table drafts (form text primary key, value text not null, savedAt text not null) strict;
      create table settings (name text primary key, value text not null) strict;

      -- previousHash and hash: room for the chain that will make tampering evident.
      create table journal (
        id integer primary key autoincrement,
        at text not null,
        day text not null,
        userName text not null,
        role text not null,
        action text not null,
        caseNumber text,
        purpose text,
        person text,
        personHash text,
        source text,
        package text,
        period text,
        detail text,
        previousHash text,
        hash text
      ) strict;
      create index journalByPerson on journal (personHash) where personHash is not null;

      create table journalOutcomes (
        journalId integer primary key references journal (id),
        at text not null,
        outcome text not null,
        reference text,
        previousHash text,
        hash text
      ) strict;

      create trigger journalIsNotChanged before update on journal begin select raise(abort, 'append-only'); end;
      create trigger journalIsNotDeleted before delete on journal begin select raise(abort, 'append-only'); end;
      create trigger outcomesAreNotChanged before update on journalOutcomes begin select raise(abort, 'append-only'); end;
      create trigger outcomesAreNotDeleted before delete on journalOutcomes begin select raise(abort, 'append-only'); end;
    `),
};
