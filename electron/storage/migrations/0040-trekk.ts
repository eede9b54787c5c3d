import type { Migration } from '../migrate.ts';

/**
 * The municipality's own trekk, what happened to each, their letters and documents, and the outbox: every message to an authority as it was
 * confirmed. What was confirmed can't be changed and can't be removed, and what has ended stays ended: the database itself refuses.
 */
export const trekk: Migration = {
  version: 40,
  up: (file) =>
    file.exec(`
      create table trekk (
        id text primary key,
        version integer not null,
        caseId text not null references debtorCases (id),
        nationalId text not null,
        rules text not null,
        debtorName text not null,
        language text not null,
        act text,
        registered text,
        received text,
        createdAt text not null,
        createdBy text not null,
        updatedAt text not null
      ) strict;
      create index trekkByCase on trekk (caseId);
      create index trekkByNationalId on trekk (nationalId);

      create table trekkEvents (
        id integer primary key autoincrement,
        trekkId text not null references trekk (id) on delete cascade,
        at text not null,
        by text not null,
        event text not null,
        act text,
        detail text
      ) strict;
      create index trekkEventsByTrekk on trekkEvents (trekkId);
      create trigger trekkEventsAreNotChanged before update on trekkEvents begin select raise(abort, 'append-only'); end;

      create table trekkLetters (
        id text primary key,
        trekkId text not null references trekk (id) on delete cascade,
        actId text not null,
        kind text not null,
        fileName text not null,
        sha256 text not null,
        madeAt text not null,
        madeBy text not null,
        sentOn text,
        channel text
      ) strict;
      create index trekkLettersByTrekk on trekkLetters (trekkId, madeAt);

      -- bytes: null once the authority has them.
      create table attachments (
        uuid text primary key,
        trekkId text not null references trekk (id) on delete cascade,
        bytes blob
      ) strict;
      create trigger attachmentsAreNotChanged before update on attachments
        when new.uuid <> old.uuid or new.bytes is not null
        begin select raise(abort, 'an attachment is not changed'); end;

      create table outbox (
        id text primary key,
        trekkId text not null references trekk (id),
        actId text not null,
        step text not null,
        register text not null,
        method text not null,
        path text not null,
        contentType text not null,
        idempotencyKey text unique,
        ifMatch text,
        body text,
        attachment text references attachments (uuid),
        journalId integer not null references journal (id),
        createdAt text not null,
        createdBy text not null,
        state text not null check (state in ('later', 'waiting', 'accepted', 'refused', 'withdrawn')),
        attempts integer not null,
        trying integer not null check (trying in (0, 1)),
        doubt integer not null check (doubt in (0, 1)),
        lastTriedAt text,
        nextTryAt text,
        error text,
        check ((body is null) <> (attachment is null))
      ) strict;
      create index outboxByTrekk on outbox (trekkId);
      create index outboxWaiting on outbox (createdAt) where state = 'waiting';
      create unique index outboxOnce on outbox (actId, step) where state in ('later', 'waiting');

      create trigger outboxIsNotChanged before update on outbox
        when new.id <> old.id or new.trekkId <> old.trekkId or new.actId <> old.actId or new.step <> old.step
          or new.register <> old.register or new.method <> old.method or new.path <> old.path
          or new.contentType <> old.contentType or new.idempotencyKey is not old.idempotencyKey
          or new.ifMatch is not old.ifMatch or new.body is not old.body or new.attachment is not old.attachment
          or new.journalId <> old.journalId or new.createdAt <> old.createdAt or new.createdBy <> old.createdBy
        begin select raise(abort, 'what was confirmed is not changed'); end;
      create trigger outboxStaysEnded before update on outbox
        when old.state not in ('later', 'waiting')
        begin select raise(abort, 'what has ended stays ended'); end;
      -- A message that may have left is the authority's to answer: nobody takes it back.
      create trigger outboxIsNotTakenBack before update on outbox
        when new.state = 'withdrawn' and (old.trying = 1 or old.doubt = 1)
        begin select raise(abort, 'it may have left'); end;
      create trigger outboxIsNotDeleted before delete on outbox begin select raise(abort, 'append-only'); end;
    `),
};
