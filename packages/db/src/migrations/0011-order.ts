/** Lines that take a turn back are few among many, and asked for by what they are. */
export const order = `
CREATE INDEX ledger_line_reversal ON app.ledger_line (contract_area_id, seq) WHERE kind = 'REVERSAL';
`;
