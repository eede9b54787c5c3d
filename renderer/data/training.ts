import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { policy } from './queryClient.ts';

/** The people the simulator knows; empty outside training. */
export const trainingPeopleQuery = queryOptions({
  queryKey: ['training', 'people'],
  queryFn: ({ signal }) => client['training.people']({}, signal),
  ...policy.reference,
});
