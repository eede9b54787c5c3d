import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { policy } from './queryClient.ts';

/** The packages the program is built on; empty where it runs from its sources. */
export const licencesQuery = queryOptions({
  queryKey: ['licences'],
  queryFn: ({ signal }) => client['program.licences']({}, signal),
  ...policy.reference,
});
