/** Typed access to `rules/registry/`: vendors, countries, authorities, names that are no vendors. */

/** What rules may ask of the vendor behind a processor claim (`vendor.seat` in a rule's selector). */
export interface VendorFacts {
  readonly id: string;
  /** ISO country of the seat of the group. */
  readonly seat?: string;
  readonly service?: string;
  readonly role?: string;
  /** Whether the seat is in the EEA. */
  readonly eea?: boolean;
  /** Whether the name used is one that no longer exists. */
  readonly outdated?: boolean;
}

/** The registry's entry behind a processor's canonical name; undefined for names outside it. */
export function vendorOf(_name: string): VendorFacts | undefined {
  return undefined;
}
