import { Scope } from '../organisations.ts';
import { type ApiCall, type Good, type Operation, type Problem, UUID, type WriteProblem } from './api.ts';
import { hashOf } from './writing.ts';

/** How files that are PDF begin. */
const PDF = '%PDF-';

/** Bytes at most. */
const LIMIT = 10 * 1024 * 1024;

/**
 * Upload of the decision document, before the decision refers to it. Not in our contract either: Skatteetaten's address, method and answer stand in
 * a specification that we have not seen. The caller chooses the UUID, so that the same file may be sent again.
 */
export const vedlegg: Operation = {
  method: 'PUT',
  path: 'vedlegg/{uuid}',
  scopes: [Scope.samordnetTrekk],
  target: 'vedlegg',
  answer: (call) => {
    const uuid = (call.parameters.uuid ?? '').toLowerCase();
    const isPdf = /^application\/pdf\s*(;|$)/i.test(call.headers['content-type'] ?? '');
    const isInOrder =
      isPdf && call.body.subarray(0, PDF.length).toString('latin1') === PDF && call.body.length <= LIMIT;
    return UUID.test(uuid) && isInOrder && call.query.size === 0 ? store(uuid, call) : 'badInput';
  },
};

function store(uuid: string, { body, clock, consumer, registrations }: ApiCall): Good | Problem | WriteProblem {
  const sha256 = hashOf(body);
  const earlier = registrations.attachment(uuid);
  if (earlier) return earlier.sha256 === sha256 && earlier.by === consumer.number ? { body: { uuid } } : 'keyReused';
  registrations.add({ kind: 'vedlegg', at: new Date(clock).toISOString(), by: consumer.number, uuid, sha256 });
  return { status: 201, body: { uuid } };
}
