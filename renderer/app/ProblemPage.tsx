import { BodyShort, Button, Heading } from '@navikt/ds-react';
import { type ErrorComponentProps, useNavigate, useRouter } from '@tanstack/react-router';
import { CallProblem } from '../data/client.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { useText } from './SessionContext.tsx';

/** A page that failed while it was drawn. The rail and the top bar stay. */
export function ProblemPage({ error }: ErrorComponentProps) {
  const { app } = useText();
  const router = useRouter();
  return (
    <div className="page">
      <Heading level="1" size="medium">
        {app.problem.title}
      </Heading>
      <BodyShort spacing>{app.problem.explained}</BodyShort>
      {error instanceof CallProblem && <ErrorNotice error={error.error} />}
      <Button onClick={() => router.invalidate()}>{app.problem.reload}</Button>
    </div>
  );
}

export function NotFoundPage() {
  const { app } = useText();
  const navigate = useNavigate();
  return (
    <div className="page">
      <Heading level="1" size="medium" spacing>
        {app.problem.notFound}
      </Heading>
      <Button onClick={() => navigate({ to: '/' })}>{app.problem.toCases}</Button>
    </div>
  );
}
