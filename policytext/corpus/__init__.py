"""The same line for very many documents: inputs → shards → tables in Parquet, resumable, on one machine or many.

A **plan** cuts the inputs into shards by bytes, the same ones whatever the number of workers. The **shard function**
(`shards.work`) takes one of them through the analysers that the commands call, and writes its tables; it is all that
a worker does, be it a process here or one of a cluster. A shard is done when its file of documents is there.

``planning`` what a shard is made of · ``rows`` a shard's documents · ``analysing`` a document's parts ·
``tables`` parts in Parquet, ``arrow`` inputs that are (the only doors to pyarrow) · ``guarding`` limits, and who was at work when a process
died · ``folders`` the output folder · ``local`` and ``cluster`` who runs the shards · ``querying``, ``comparing``
what was found (the only doors to DuckDB).
"""
