/**
 * The RFCs that the book cites, and how their sections are numbered. `deepest` lists, for each section that has
 * numbered parts, how many; null where the parts are not listed here and only the form of the number is checked.
 */
interface RfcOutline {
  readonly title: string;
  readonly sections: Readonly<Record<string, number>> | null;
}

export const RFCS: Readonly<Record<string, RfcOutline>> = {
  '793': { title: 'Transmission Control Protocol', sections: { '': 3, '1': 5, '2': 10, '3': 9 } },
  '1122': { title: 'Requirements for Internet Hosts', sections: null },
  '1185': { title: 'TCP Extension for High-Speed Paths', sections: null },
  '1323': { title: 'TCP Extensions for High Performance', sections: null },
  '1337': { title: 'TIME-WAIT Assassination Hazards in TCP', sections: null },
  '2616': { title: 'HTTP/1.1', sections: null },
  '5961': { title: "Improving TCP's Robustness to Blind In-Window Attacks", sections: null },
  '6056': { title: 'Recommendations for Transport-Protocol Port Randomization', sections: null },
  '6191': { title: 'Reducing the TIME-WAIT State Using TCP Timestamps', sections: null },
  '6298': { title: "Computing TCP's Retransmission Timer", sections: null },
  '6528': { title: 'Defending against Sequence Number Attacks', sections: null },
  '7323': { title: 'TCP Extensions for High Performance', sections: null },
  '9000': { title: 'QUIC', sections: null },
  '9112': { title: 'HTTP/1.1', sections: null },
  '9293': {
    title: 'Transmission Control Protocol (TCP)',
    sections: {
      '': 8,
      '2': 2,
      '3': 11,
      '3.2': 2,
      '3.3': 2,
      '3.4': 3,
      '3.5': 3,
      '3.6': 1,
      '3.7': 5,
      '3.8': 6,
      '3.8.6': 3,
      '3.8.6.2': 2,
      '3.9': 2,
      '3.9.1': 8,
      '3.9.2': 3,
      '3.10': 8,
      '3.10.7': 4,
    },
  },
};

/** Whether an RFC has a section of this number; appendices (A, A.1, …) are taken on trust. */
export function isRfcSection(rfc: string, section: string): boolean {
  if (/^[A-Z](\.\d+)*$/.test(section)) return true;
  if (!/^\d+(\.\d+)*$/.test(section)) return false;
  const sections = RFCS[rfc]?.sections;
  if (!sections) return true;
  const parts = section.split('.');
  return parts.every(
    (part, depth) => Number(part) >= 1 && Number(part) <= (sections[parts.slice(0, depth).join('.')] ?? 0),
  );
}
