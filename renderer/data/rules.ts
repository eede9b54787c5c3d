import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { policy } from './queryClient.ts';

/** The municipality's rule versions, the published templates, and the grunnbeløp. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => client['rules.list']({}, signal),
  ...policy.reference,
});
