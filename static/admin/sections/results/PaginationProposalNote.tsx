import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Pagination, PaginationProposal } from '../../../../src/shared/contract';
import { fromPagination, toPagination } from '../../form-model/data-source/pagination-values';
import { Notice } from '../../fields/Notice';
import { PreviewVisual } from './PreviewVisual';

interface PaginationProposalNoteProps {
  proposal: PaginationProposal;
  /** What the form says now. */
  pagination: Pagination;
  onUse: (pagination: Pagination) => void;
}

function isSame(one: Pagination, other: Pagination): boolean {
  return JSON.stringify(toPagination(fromPagination(one))) === JSON.stringify(toPagination(fromPagination(other)));
}

/**
 * How the response says its pages go on, with the second page read that way, and a button that takes it over. Nothing
 * where the form says so already.
 */
export function PaginationProposalNote({ proposal, pagination, onUse }: PaginationProposalNoteProps) {
  const [isTaken, setTaken] = useState(false);
  const { reason, secondPage } = proposal;
  if (isSame(proposal.pagination, pagination)) {
    return isTaken ? (
      <Notice look="success" title="Pagination filled in" live>
        Test again to read more pages with it, then save.
      </Notice>
    ) : null;
  }
  const use = (): void => {
    setTaken(true);
    onUse(proposal.pagination);
  };
  const actions = (
    <Button spacing="compact" onClick={use}>
      Use this
    </Button>
  );
  return (
    <Notice look="information" title="Pagination found in the response" actions={actions}>
      <p>{reason}</p>
      {secondPage ? (
        <details className="second-page">
          <summary>First rows of page two</summary>
          <PreviewVisual title="Page two" view={secondPage} />
        </details>
      ) : null}
    </Notice>
  );
}
