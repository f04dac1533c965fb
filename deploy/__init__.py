"""Everything needed to run Casewright somewhere: locally, in containers, on a cluster."""
