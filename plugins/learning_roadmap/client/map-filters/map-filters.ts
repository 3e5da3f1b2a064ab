export const mapFilters = { bind() {} };
