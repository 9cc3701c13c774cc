-- What was said in a 支援会議 is only ever added to: the program may not write over it, not even by mistake.
revoke update on matter_paper, matter_item_naming, matter_sheet, matter_information, matter_information_correction,
  matter_own_knowledge, matter_minutes_correction, matter_outcome, work_order_answer from tsunagi;
