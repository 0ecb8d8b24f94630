/* The fields of a published run that take knowledge to read: its accelerator and networks, what its
 * framework did at the time, its model's shape. */
#ifndef OUTLAY_VALIDATE_RUN_FIELDS_H
#define OUTLAY_VALIDATE_RUN_FIELDS_H

#include "runs.h"

/* Adds to what is said of a run. */
__attribute__((format(printf, 2, 3))) void run_note(run *r, const char *format, ...);

/* The catalog's name for an accelerator as the sources write it, "" where it has none. */
const char *run_accelerator(const char *text);
/* Bytes a second of the fabric for one device, one direction. */
double run_fabric(const run *r, const char *interconnect, const char *accelerator);
void run_board(run *r);

/* False where it is not known which precision the run had. */
bool run_precision(run *r, const char *text);
/* What the framework of the time did, where the columns do not say; precision comes first. */
void run_software(run *r, const char *precision, const char *notes, const char *date);
void run_strategy(run *r, const table *t, size_t row);
void run_workload(run *r, const table *t, size_t row);
/* A whole number from 1, or `missing`. */
uint32_t run_whole(const table *t, size_t row, const char *column, uint32_t missing);

#endif
